package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parameters of path and query become a flat JSON object by the shape that is wanted, so that the same binder checks them. */
final class Parameters {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,39})(\\.[0-9]{1,20})?");

    private Parameters() {}

    /** Binds the query string. A list is one parameter with commas; a parameter stands once. */
    static Optional<Object> query(Shape.Members shape, String query, List<Fault> faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = equals < 0 ? Optional.of("") : decode(pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                String where = name.map(known -> "?" + known).orElse("?");
                faults.add(new Fault(ProblemCode.INVALID_PARAMETER, where, "must be percent-encoded UTF-8 without U+0000"));
            } else if (texts.putIfAbsent(name.get(), value.get()) != null) {
                faults.add(new Fault(ProblemCode.INVALID_PARAMETER, "?" + name.get(), "must stand once"));
            }
        }
        return bind(shape, texts, faults, name -> "?" + name);
    }

    static Optional<Object> path(Shape.Members shape, Map<String, String> texts, List<Fault> faults) {
        texts.forEach((name, text) -> StrictJson.unstorable(text)
                .ifPresent(why -> faults.add(new Fault(ProblemCode.INVALID_PARAMETER, "{" + name + "}", why))));
        return bind(shape, texts, faults, name -> "{" + name + "}");
    }

    private static Optional<Object> bind(
            Shape.Members shape, Map<String, String> texts, List<Fault> faults, Function<String, String> pointers) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, text) -> {
            Optional<Shape.Member> member = shape.members().stream().filter(known -> known.name().equals(name)).findFirst();
            object.set(name, member.map(known -> node(known.shape(), text)).orElse(TextNode.valueOf(text)));
        });
        return new Binder(Binder.Part.PARAMETERS, faults, pointers).record(shape, object, "?", true);
    }

    /** The JSON value that a text stands for; a text that is none stays a string, which the binder then refuses. */
    static JsonNode node(Shape shape, String text) {
        return switch (shape) {
            case Shape.Whole w when NUMBER.matcher(text).matches() -> DecimalNode.valueOf(new BigDecimal(text));
            case Shape.Decimal d when NUMBER.matcher(text).matches() -> DecimalNode.valueOf(new BigDecimal(text));
            case Shape.Flag f when text.equals("true") -> BooleanNode.TRUE;
            case Shape.Flag f when text.equals("false") -> BooleanNode.FALSE;
            case Shape.Many(Shape entry, int min, int max) -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                    array.add(node(entry, part));
                }
                yield array;
            }
            case Shape.Text t -> TextNode.valueOf(text);
            case Shape.Open o -> TextNode.valueOf(text);
            case Shape.Whole w -> TextNode.valueOf(text);
            case Shape.Decimal d -> TextNode.valueOf(text);
            case Shape.Flag f -> TextNode.valueOf(text);
            case Shape.Id i -> TextNode.valueOf(text);
            case Shape.Day d -> TextNode.valueOf(text);
            case Shape.Moment m -> TextNode.valueOf(text);
            case Shape.Dictionary d -> TextNode.valueOf(text);
            case Shape.Members m -> TextNode.valueOf(text);
            case Shape.Free f -> TextNode.valueOf(text);
        };
    }

    /** Percent-decoding that refuses what URLDecoder lets through: half escapes, invalid UTF-8, U+0000. */
    static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c > 0x7E || c < 0x20) {
                return Optional.empty();
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            return decoded.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(decoded);
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }
}
