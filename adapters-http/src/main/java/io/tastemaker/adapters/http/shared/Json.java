package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Writes JSON: snake_case names, times in UTC with milliseconds, decimals as they are, empty optionals as {@code null}. */
final class Json {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** Shared by all threads: buffers of a thread's own would be made for each request, which has a thread of its own. */
    static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.sharedConcurrentDequePool();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().recyclerPool(BUFFERS).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .addModule(new SimpleModule()
                    .addSerializer(Optional.class, new OptionalWriter())
                    .addSerializer(Instant.class, new TextWriter<>(MOMENT::format))
                    .addSerializer(LocalDate.class, new TextWriter<>(LocalDate::toString))
                    .addSerializer(UUID.class, new TextWriter<>(UUID::toString)))
            .build();

    private static final JsonMapper SPARSE =
            MAPPER.rebuild().defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null)).build();

    private Json() {}

    /** Without members that are empty, so that what is kept as text does not name every field there is. */
    static String sparse(Object value) {
        try {
            return SPARSE.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a record cannot be written: " + value.getClass().getName(), impossible);
        }
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a response record cannot be written: " + value.getClass().getName(), impossible);
        }
    }

    private static final class OptionalWriter extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(((Optional<?>) value).orElse(null), out);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return ((Optional<?>) value).isEmpty();
        }
    }

    private static final class TextWriter<T> extends JsonSerializer<T> {
        private final Function<T, String> text;

        TextWriter(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }
}
