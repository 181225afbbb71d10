package dev.kafkalab.grader.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into trees of JSON and back.
 *
 * <p>Jackson does that too, and looks first for all that annotations might say: some 80 ms of
 * processor time for each student's JVM.
 */
final class RecordTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Java looks each of it up anew whenever it is asked. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private RecordTree() {}

  private record Component(String name, Type type, Method accessor) {}

  private record Shape(List<Component> fields, Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      RecordComponent[] fields = type.getRecordComponents();
      Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class[]::new);
      try {
        return new Shape(
            Arrays.stream(fields)
                .map(
                    each ->
                        new Component(each.getName(), each.getGenericType(), each.getAccessor()))
                .toList(),
            type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record without its constructor: " + type, e);
      }
    }
  }

  /** Adds the fields of a record that are not null. */
  static ObjectNode write(Record record, ObjectNode to) {
    for (Component field : SHAPES.get(record.getClass()).fields()) {
      try {
        Object value = field.accessor().invoke(record);
        if (value != null) {
          to.set(field.name(), node(value));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a message of ours cannot be read", e);
      }
    }
    return to;
  }

  private static JsonNode node(@Nullable Object value) {
    if (value instanceof String || value instanceof Enum<?>) {
      return NODES.textNode(value.toString());
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number.longValue());
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number.intValue());
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Record record) {
      return write(record, NODES.objectNode());
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((name, each) -> object.set((String) name, node(each)));
      return object;
    }
    return value == null ? NODES.nullNode() : Wire.JSON.valueToTree(value);
  }

  /**
   * Reads a record; fields that it does not have are ignored.
   *
   * @throws IOException where a field is of another type, or the record refuses it
   */
  static <T> T read(JsonNode node, Class<T> type) throws IOException {
    Shape shape = SHAPES.get(type);
    @Nullable Object[] values = new Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Component field = shape.fields().get(i);
      values[i] = value(node.path(field.name()), field.type());
    }
    try {
      return type.cast(shape.constructor().newInstance(values));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IOException("no " + type.getSimpleName(), e);
    }
  }

  private static @Nullable Object value(JsonNode node, Type type) throws IOException {
    if (type == Object.class) {
      return anything(node);
    }
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return type instanceof ParameterizedType several
        ? values(node, several)
        : scalar(node, (Class<?>) type);
  }

  private static @Nullable Object anything(JsonNode node) throws IOException {
    if (node.isTextual()) {
      return node.textValue();
    }
    return node.isNumber() ? node.numberValue() : Wire.JSON.treeToValue(node, Object.class);
  }

  private static Object values(JsonNode node, ParameterizedType type) throws IOException {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == List.class && node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      for (JsonNode each : node) {
        list.add(value(each, of[0]));
      }
      return list;
    }
    if (type.getRawType() == Map.class && node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        map.put(each.getKey(), value(each.getValue(), of[1]));
      }
      return map;
    }
    throw new IOException("no " + type);
  }

  private static Object scalar(JsonNode node, Class<?> type) throws IOException {
    if (type == String.class && node.isTextual()) {
      return node.textValue();
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(node);
    }
    if (type == long.class && node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if ((type == int.class || type == Integer.class)
        && node.isIntegralNumber()
        && node.canConvertToInt()) {
      return node.intValue();
    }
    if (type.isEnum() && node.isTextual()) {
      return word(node.textValue(), type);
    }
    if (type.isRecord() && node.isObject()) {
      return read(node, type);
    }
    throw new IOException("no " + type.getSimpleName());
  }

  private static Boolean truth(JsonNode node) throws IOException {
    if (!node.isBoolean()) {
      throw new IOException("neither true nor false");
    }
    return node.booleanValue();
  }

  private static Object word(String word, Class<?> type) throws IOException {
    for (Object each : type.getEnumConstants()) {
      if (each.toString().equals(word)) {
        return each;
      }
    }
    throw new IOException("an unknown word: " + word);
  }
}
