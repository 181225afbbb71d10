package dev.kafkalab.lab;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kafkalab.api.UserEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binds to a class with annotations. */
final class UserEventJson {
  static final class Wire {
    @JsonProperty("user_id")
    public String userId;

    @JsonProperty("event_type")
    public String eventType;

    @JsonProperty("timestamp")
    public BigDecimal timestamp;

    private final Map<String, Object> rest = new LinkedHashMap<>();

    @JsonAnyGetter
    public Map<String, Object> rest() {
      return rest;
    }

    @JsonAnySetter
    public void put(String name, Object value) {
      rest.put(name, value);
    }
  }

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .withCoercionConfig(
              LogicalType.Textual,
              c ->
                  c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Float,
              c ->
                  c.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .build();
  private static final ObjectReader READER = MAPPER.readerFor(Wire.class);
  private static final ObjectWriter WRITER = MAPPER.writerFor(Wire.class);

  private UserEventJson() {}

  static byte[] write(UserEvent event) {
    Wire wire = new Wire();
    wire.userId = event.userId();
    wire.eventType = event.eventType();
    wire.timestamp = BigDecimal.valueOf(event.timestamp().toEpochMilli(), 3);
    wire.rest.putAll(event.data());
    try {
      return WRITER.writeValueAsBytes(wire);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static UserEvent read(byte[] value) throws MalformedEventException {
    if (value == null) {
      throw new MalformedEventException("null");
    }
    try {
      Wire wire = READER.readValue(value);
      if (wire == null || wire.userId == null || wire.eventType == null || wire.timestamp == null) {
        throw new MalformedEventException("incomplete");
      }
      if (wire.timestamp.precision() - wire.timestamp.scale() > 12 || wire.timestamp.scale() > 20) {
        throw new MalformedEventException("no such time");
      }
      return new UserEvent(
          wire.userId,
          wire.eventType,
          Instant.ofEpochMilli(wire.timestamp.movePointRight(3).longValue()),
          wire.rest);
    } catch (IOException e) {
      throw new MalformedEventException(e.getMessage());
    }
  }
}
