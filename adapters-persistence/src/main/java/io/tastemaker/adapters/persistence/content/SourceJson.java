package io.tastemaker.adapters.persistence.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;

/** What a source said besides facts and posts, as JSON. In these records null stands for what is not known. */
final class SourceJson {

    private record FailureJson(String reason, String detail, String at, String retryAt) {}

    private record RelatedJson(String platform, String handle, String name) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SourceJson() {}

    static JSONB write(SourceState.Failure failure) {
        return json(new FailureJson(failure.reason(), failure.detail(), failure.at().toString(), failure.retryAt().toString()));
    }

    static SourceState.Failure failure(JSONB column) {
        FailureJson json = read(column, FailureJson.class);
        return new SourceState.Failure(json.reason(), json.detail(), Instant.parse(json.at()), Instant.parse(json.retryAt()));
    }

    static JSONB write(List<SourceState.RelatedAccount> related) {
        return json(related.stream().map(account -> new RelatedJson(account.handle().platform().code(), account.handle().name(),
                account.name().orElse(null))).toArray());
    }

    static List<SourceState.RelatedAccount> related(JSONB column) {
        return Arrays.stream(read(column, RelatedJson[].class)).map(account -> new SourceState.RelatedAccount(
                new Handle(Codes.read(Platform.class, account.platform()), account.handle()), Optional.ofNullable(account.name()))).toList();
    }

    private static JSONB json(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static <T> T read(JSONB column, Class<T> type) {
        try {
            return MAPPER.readValue(column.data(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
