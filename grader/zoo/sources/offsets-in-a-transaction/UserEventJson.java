package dev.kafkalab.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.kafkalab.api.UserEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By hand over Jackson's streams: no databind. */
final class UserEventJson {
  private static final JsonFactory F =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private UserEventJson() {}

  static byte[] write(UserEvent event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator g = F.createGenerator(out)) {
      g.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      g.writeStartObject();
      for (Map.Entry<String, Object> e : event.data().entrySet()) {
        g.writeFieldName(e.getKey());
        put(g, e.getValue());
      }
      g.writeNumberField("timestamp", new BigDecimal(event.timestamp().toEpochMilli()).movePointLeft(3).setScale(6));
      g.writeStringField("event_type", event.eventType());
      g.writeStringField("user_id", event.userId());
      g.writeEndObject();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
    return out.toByteArray();
  }

  private static void put(JsonGenerator g, Object v) throws IOException {
    if (v == null) {
      g.writeNull();
    } else if (v instanceof String s) {
      g.writeString(s);
    } else if (v instanceof Boolean b) {
      g.writeBoolean(b);
    } else if (v instanceof Integer || v instanceof Long || v instanceof Short || v instanceof Byte) {
      g.writeNumber(((Number) v).longValue());
    } else if (v instanceof BigInteger i) {
      g.writeNumber(i);
    } else if (v instanceof Number n) {
      g.writeNumber(new BigDecimal(n.toString()));
    } else if (v instanceof Map<?, ?> m) {
      g.writeStartObject();
      for (Map.Entry<?, ?> e : m.entrySet()) {
        g.writeFieldName(String.valueOf(e.getKey()));
        put(g, e.getValue());
      }
      g.writeEndObject();
    } else if (v instanceof Iterable<?> c) {
      g.writeStartArray();
      for (Object o : c) {
        put(g, o);
      }
      g.writeEndArray();
    } else {
      throw new IllegalArgumentException("no JSON: " + v.getClass());
    }
  }

  static UserEvent read(byte[] bytes) throws MalformedEventException {
    if (bytes == null || bytes.length == 0) {
      throw new MalformedEventException("empty");
    }
    String user = null;
    String type = null;
    BigDecimal time = null;
    Map<String, Object> data = new LinkedHashMap<>();
    try (JsonParser p = F.createParser(bytes)) {
      if (p.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedEventException("no object");
      }
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        String name = p.currentName();
        JsonToken t = p.nextToken();
        switch (name) {
          case "user_id" -> user = t == JsonToken.VALUE_STRING ? p.getText() : bad(p, name);
          case "event_type" -> type = t == JsonToken.VALUE_STRING ? p.getText() : bad(p, name);
          case "timestamp" -> {
            if (!t.isNumeric()) {
              bad(p, name);
            }
            time = p.getDecimalValue();
          }
          default -> data.put(name, value(p));
        }
      }
      if (p.currentToken() != JsonToken.END_OBJECT || p.nextToken() != null) {
        throw new MalformedEventException("something behind the object");
      }
    } catch (IOException e) {
      throw new MalformedEventException(e.getClass().getSimpleName());
    }
    if (user == null || type == null || time == null) {
      throw new MalformedEventException("a field is missing");
    }
    if (time.precision() - time.scale() > 12 || time.scale() > 30 || time.signum() < 0) {
      throw new MalformedEventException("no such time");
    }
    long millis = time.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return new UserEvent(user, type, Instant.ofEpochMilli(millis), data);
  }

  private static String bad(JsonParser p, String name) throws IOException, MalformedEventException {
    throw new MalformedEventException(name + " is a " + p.currentToken());
  }

  private static Object value(JsonParser p) throws IOException {
    switch (p.currentToken()) {
      case VALUE_STRING:
        return p.getText();
      case VALUE_NUMBER_INT:
        return p.getNumberValue();
      case VALUE_NUMBER_FLOAT:
        return p.getDecimalValue();
      case VALUE_TRUE:
        return Boolean.TRUE;
      case VALUE_FALSE:
        return Boolean.FALSE;
      case VALUE_NULL:
        return null;
      case START_ARRAY:
        List<Object> list = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
          if (p.currentToken() == null) {
            throw new IOException("cut off");
          }
          list.add(value(p));
        }
        return list;
      case START_OBJECT:
        Map<String, Object> map = new LinkedHashMap<>();
        while (p.nextToken() != JsonToken.END_OBJECT) {
          String name = p.currentName();
          p.nextToken();
          map.put(name, value(p));
        }
        return map;
      default:
        throw new IOException("unexpected " + p.currentToken());
    }
  }
}
