package dev.kafkalab.grader.proof;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds JSON to a schema, of the dialect that the schema names. */
public final class JsonSchemaFile {

  private final Schema schema;

  private JsonSchemaFile(Schema schema) {
    this.schema = schema;
  }

  /** Opens one. */
  public static JsonSchemaFile at(Path file) throws IOException {
    return new JsonSchemaFile(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file), InputFormat.JSON));
  }

  /** Opens one of our own, written from what a platform documents. */
  public static JsonSchemaFile ofOurs(String name) throws IOException {
    return at(Path.of("src", "test", "resources", "schema", name));
  }

  /** Returns what is wrong, in words; empty where nothing is. */
  public List<String> violations(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}
