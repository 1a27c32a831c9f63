package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a value looks like on the wire, read once from a record; the binder checks it and the documents describe it. */
sealed interface Shape {

    record Text(int min, int max, Optional<Form> form, List<String> words) implements Shape {}

    /** A form of text that a fault can name. */
    record Form(Pattern pattern, String says) {}

    record Open(Vocabulary vocabulary) implements Shape {}

    record Whole(long min, long max, boolean wide) implements Shape {}

    record Decimal(Optional<BigDecimal> min, Optional<BigDecimal> max, int decimals) implements Shape {}

    record Flag() implements Shape {}

    record Id() implements Shape {}

    record Day() implements Shape {}

    record Moment() implements Shape {}

    record Many(Shape entry, int min, int max) implements Shape {}

    record Dictionary(Shape value) implements Shape {}

    /** An object. Its members are read from the record when somebody asks for them: a start need not read those of a thousand records. */
    final class Members implements Shape {
        private final Class<?> type;
        private final Map<Type, Shape> variables;
        private volatile List<Member> read = List.of();

        private Members(Class<?> type, Map<Type, Shape> variables) {
            this.type = type;
            this.variables = variables;
        }

        Class<?> type() {
            return type;
        }

        List<Member> members() {
            if (read.isEmpty()) {
                read = Arrays.stream(type.getRecordComponents()).map(component -> member(component, variables)).toList();
            }
            return read;
        }
    }

    /** Any JSON value. */
    record Free() implements Shape {}

    enum Presence {
        REQUIRED,
        OPTIONAL,
        PATCH,
        /** A patch that may be left out and not be cleared. */
        KEPT
    }

    record Member(String name, Shape shape, Presence presence, Optional<String> fallback, String about, boolean notYet) {}

    int MOST_CHARACTERS = 65_536;
    int MOST_ENTRIES = 10_000;

    static Members of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("JSON is bound to records only: " + type.getName());
        }
        return new Members(type, Map.of());
    }

    /** A list of one page: its only type parameter is known from the route. */
    static Members listOf(Class<?> entry) {
        return new Members(ListJson.class, Map.of(ListJson.class.getTypeParameters()[0], of(entry)));
    }

    private static Member member(RecordComponent component, Map<Type, Shape> variables) {
        AnnotatedType declared = component.getAnnotatedType();
        Class<?> raw = raw(declared.getType());
        Default fallback = component.getAnnotation(Default.class);
        boolean wrapped = raw == Optional.class || raw == Field.class;
        AnnotatedType value = wrapped ? argument(declared, 0) : declared;
        Presence presence = presence(component, raw, fallback != null);
        About about = component.getAnnotation(About.class);
        return new Member(
                snakeCase(component.getName()),
                shape(value, variables),
                presence,
                Optional.ofNullable(fallback).map(Default::value),
                about == null ? "" : about.value(),
                component.isAnnotationPresent(NotYet.class));
    }

    private static Presence presence(RecordComponent component, Class<?> raw, boolean hasFallback) {
        if (raw == Field.class) {
            return component.isAnnotationPresent(Kept.class) ? Presence.KEPT : Presence.PATCH;
        }
        return raw == Optional.class || hasFallback ? Presence.OPTIONAL : Presence.REQUIRED;
    }

    private static Shape shape(AnnotatedType type, Map<Type, Shape> variables) {
        if (variables.containsKey(type.getType())) {
            return variables.get(type.getType());
        }
        Class<?> raw = raw(type.getType());
        if (raw == String.class) {
            return text(type);
        } else if (raw == int.class || raw == Integer.class) {
            return whole(type, Integer.MIN_VALUE, Integer.MAX_VALUE, false);
        } else if (raw == long.class || raw == Long.class) {
            return whole(type, Long.MIN_VALUE, Long.MAX_VALUE, true);
        } else if (raw == BigDecimal.class) {
            return decimal(type);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return new Flag();
        } else if (raw == UUID.class) {
            return new Id();
        } else if (raw == LocalDate.class) {
            return new Day();
        } else if (raw == Instant.class) {
            return new Moment();
        } else if (raw == List.class) {
            Entries entries = type.getAnnotation(Entries.class);
            Shape entry = shape(argument(type, 0), variables);
            return entries == null ? new Many(entry, 0, MOST_ENTRIES) : new Many(entry, entries.min(), entries.max());
        } else if (raw == Map.class) {
            return new Dictionary(shape(argument(type, 1), variables));
        } else if (raw == Object.class) {
            return new Free();
        } else if (raw.isRecord()) {
            return of(raw);
        }
        throw new IllegalArgumentException("no JSON form for " + type.getType());
    }

    private static Shape text(AnnotatedType type) {
        if (type.isAnnotationPresent(Word.class)) {
            Vocabulary vocabulary = type.getAnnotation(Word.class).value();
            return vocabulary.words().isEmpty()
                    ? new Open(vocabulary)
                    : new Text(1, MOST_CHARACTERS, Optional.empty(), vocabulary.words());
        }
        Length length = type.getAnnotation(Length.class);
        Matches matches = type.getAnnotation(Matches.class);
        OneOf oneOf = type.getAnnotation(OneOf.class);
        return new Text(
                length == null ? 0 : length.min(),
                length == null ? MOST_CHARACTERS : length.max(),
                Optional.ofNullable(matches).map(form -> new Form(Pattern.compile(form.value()), form.says())),
                oneOf == null ? List.of() : List.of(oneOf.value()));
    }

    private static Whole whole(AnnotatedType type, long least, long most, boolean wide) {
        Between between = type.getAnnotation(Between.class);
        if (between == null) {
            return new Whole(least, most, wide);
        }
        return new Whole(
                between.min().isEmpty() ? least : Long.parseLong(between.min()),
                between.max().isEmpty() ? most : Long.parseLong(between.max()),
                wide);
    }

    private static Decimal decimal(AnnotatedType type) {
        Between between = type.getAnnotation(Between.class);
        if (between == null) {
            return new Decimal(Optional.empty(), Optional.empty(), 12);
        }
        return new Decimal(number(between.min()), number(between.max()), between.decimals());
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> known -> known;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new IllegalArgumentException("no JSON form for " + type);
        };
    }

    /** As Jackson's naming strategy writes it. */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (char letter : name.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                snake.append('_').append(Character.toLowerCase(letter));
            } else {
                snake.append(letter);
            }
        }
        return snake.toString();
    }
}
