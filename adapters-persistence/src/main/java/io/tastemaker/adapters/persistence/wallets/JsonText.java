package io.tastemaker.adapters.persistence.wallets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes JSON straight into a text, which is done for every change, and reads it as a tree, which is done seldom. */
final class JsonText {

    /** Writes something. */
    @FunctionalInterface
    interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private JsonText() {}

    /** An object with the fields that the part writes. */
    static String object(Part fields) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void array(JsonGenerator json, String name, Part items) throws IOException {
        json.writeArrayFieldStart(name);
        items.write(json);
        json.writeEndArray();
    }

    static void object(JsonGenerator json, Part fields) throws IOException {
        json.writeStartObject();
        fields.write(json);
        json.writeEndObject();
    }

    static void time(JsonGenerator json, String name, Instant time) throws IOException {
        json.writeNumberField(name, Micros.of(time));
    }

    /** Writes nothing when there is nothing. */
    static void time(JsonGenerator json, String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            time(json, name, time.get());
        }
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(JsonNode object, String name) {
        return field(object, name).textValue();
    }

    static long number(JsonNode object, String name) {
        return field(object, name).longValue();
    }

    static int small(JsonNode object, String name) {
        return Math.toIntExact(number(object, name));
    }

    static Instant time(JsonNode object, String name) {
        return Micros.instant(number(object, name));
    }

    static <T> Optional<T> optional(JsonNode object, String name, Function<JsonNode, T> read) {
        return Optional.ofNullable(object.get(name)).map(read);
    }

    static Optional<Instant> timeIfAny(JsonNode object, String name) {
        return optional(object, name, value -> Micros.instant(value.longValue()));
    }

    static <T> List<T> list(JsonNode object, String name, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        field(object, name).forEach(item -> items.add(read.apply(item)));
        return items;
    }

    private static JsonNode field(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + object);
        }
        return value;
    }
}
