package io.tastemaker.adapters.http.shared;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI Initiative's own JSON Schema of 3.1 documents, Schema Objects included. */
public final class OpenApiSchema {

    private static final String BASE = "https://spec.openapis.org/oas/3.1/";
    private static final Schema SCHEMA = load();

    private OpenApiSchema() {}

    /**
     * What is wrong with a document.
     *
     * @param document as JSON
     * @return the faults, none when it is valid
     */
    public static List<String> faults(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    private static Schema load() {
        Map<String, String> schemas = new HashMap<>();
        for (String name : List.of("schema/2025-09-15", "schema-base/2025-09-15", "dialect/2024-11-10", "meta/2024-11-10")) {
            schemas.put(BASE + name, resource("/openapi/3.1/" + name));
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(schemas));
        return registry.getSchema(SchemaLocation.of(BASE + "schema-base/2025-09-15"));
    }

    private static String resource(String name) {
        try (InputStream in = OpenApiSchema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
