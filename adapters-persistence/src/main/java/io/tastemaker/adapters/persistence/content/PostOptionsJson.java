package io.tastemaker.adapters.persistence.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;

/** The options of an import of posts as JSON. In this record null stands for what is not known. */
final class PostOptionsJson {

    private record Stored(String platform, String creatorPlatform, String creator, Map<String, String> columns, String asOf) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PostOptionsJson() {}

    static JSONB write(PostImport.Options options) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(new Stored(
                    options.platform().map(Platform::code).orElse(null),
                    options.creator().map(handle -> handle.platform().code()).orElse(null),
                    options.creator().map(Handle::name).orElse(null),
                    options.columns(),
                    options.asOf().map(Instant::toString).orElse(null))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static PostImport.Options read(JSONB column) {
        try {
            Stored stored = MAPPER.readValue(column.data(), Stored.class);
            return new PostImport.Options(
                    Optional.ofNullable(stored.platform()).map(code -> Codes.read(Platform.class, code)),
                    Optional.ofNullable(stored.creator()).map(name -> new Handle(Codes.read(Platform.class, stored.creatorPlatform()), name)),
                    stored.columns(),
                    Optional.ofNullable(stored.asOf()).map(Instant::parse));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
