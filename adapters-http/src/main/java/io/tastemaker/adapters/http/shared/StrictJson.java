package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads one JSON document as RFC 8259 means it, and no more: UTF-8 without a byte order mark, no duplicate keys, no trailing text, bounded
 * depth, and no text or number that a later stage could choke on. Every number becomes a decimal of at most {@value #MOST_DIGITS} digits.
 */
final class StrictJson {

    static final int MOST_DEPTH = 64;
    static final int MOST_DIGITS = 40;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .recyclerPool(Json.BUFFERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(2 * Shape.MOST_CHARACTERS)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private final List<Fault> faults;

    private StrictJson(List<Fault> faults) {
        this.faults = faults;
    }

    /**
     * Reads a document.
     *
     * @param bytes the whole body
     * @param faults where values that no field may have are reported
     * @return the document
     */
    static JsonNode read(byte[] bytes, List<Fault> faults) {
        String text = decode(bytes);
        if (text.isBlank()) {
            throw malformed("The body is empty; a JSON document is needed.");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            JsonNode document = new StrictJson(faults).value(parser, "#");
            if (parser.nextToken() != null) {
                throw malformed("There is more after the JSON document" + at(parser.currentTokenLocation()) + ".");
            }
            return document;
        } catch (StreamConstraintsException bounded) {
            throw malformed("The document is nested deeper than " + MOST_DEPTH + ", or has a name, string or number that is too long.");
        } catch (JsonProcessingException broken) {
            boolean twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field");
            throw malformed((twice ? "A key stands twice in one object" : "The JSON cannot be read") + at(broken.getLocation()) + ".");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String decode(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            throw malformed("The body begins with a byte order mark; send plain UTF-8.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException invalid) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> TextNode.valueOf(storable(parser.getText(), pointer));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), pointer);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw malformed("The JSON cannot be read" + at(parser.currentTokenLocation()) + ".");
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            storable(name, pointer);
            parser.nextToken();
            object.set(name, value(parser, pointer + "/" + escape(name)));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, pointer + "/" + array.size()));
        }
        if (array.size() > Shape.MOST_ENTRIES) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, pointer, "must have at most " + Shape.MOST_ENTRIES + " entries"));
        }
        return array;
    }

    private String storable(String text, String pointer) {
        unstorable(text).ifPresent(why -> faults.add(new Fault(ProblemCode.INVALID_FIELD, pointer, why)));
        if (text.codePointCount(0, text.length()) > Shape.MOST_CHARACTERS) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, pointer, "must have at most " + Shape.MOST_CHARACTERS + " characters"));
        }
        return text;
    }

    /** Neither a NUL character nor half of a surrogate pair can be stored as text. */
    static Optional<String> unstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return Optional.of("must not contain the character U+0000");
            }
            if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return Optional.of("must not contain half of a surrogate pair");
            }
        }
        return Optional.empty();
    }

    private JsonNode number(String text, String pointer) {
        BigDecimal number = text.length() > MOST_DIGITS + 10 ? null : parse(text);
        if (number == null || number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            faults.add(new Fault(ProblemCode.INVALID_FIELD, pointer, "must be a number of at most " + MOST_DIGITS + " digits"));
            return DecimalNode.ZERO;
        }
        return DecimalNode.valueOf(number);
    }

    private static BigDecimal parse(String text) {
        try {
            return new BigDecimal(text);
        } catch (ArithmeticException | NumberFormatException exponent) {
            return null;
        }
    }

    /** RFC 6901. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " in line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static RuntimeException malformed(String detail) {
        return Problem.of(ProblemCode.MALFORMED_JSON, detail).asException();
    }
}
