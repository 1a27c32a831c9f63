package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.API_KEY;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Record;

/**
 * API keys in PostgreSQL. A key that was found is not looked up again for half a second, so that a busy client does not ask the database
 * twice for each request; a revocation takes effect within that time on every node.
 */
public final class JooqApiKeys implements ApiKeys {

    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final int MOST_REMEMBERED = 10_000;

    private final AcrossTeams acrossTeams;
    private final Cache<ApiKeyId, ApiKey> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

    public JooqApiKeys(AcrossTeams acrossTeams) {
        this.acrossTeams = acrossTeams;
    }

    @Override
    public void add(ApiKey key) {
        acrossTeams.run(sql -> sql.insertInto(API_KEY)
                .set(API_KEY.TEAM_ID, key.team())
                .set(API_KEY.ID, key.id())
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.SECRET_HASH, key.secretHash())
                .set(API_KEY.ROLE, key.role())
                .set(API_KEY.SCOPES, Codes.write(key.scopes()))
                .set(API_KEY.CREATED_AT, key.createdAt())
                .set(API_KEY.EXPIRES_AT, key.expiresAt().orElse(null))
                .set(API_KEY.REVOKED_AT, key.revokedAt().orElse(null))
                .execute());
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return Optional.ofNullable(remembered.get(id, missing -> stored(missing).orElse(null)));
    }

    private Optional<ApiKey> stored(ApiKeyId id) {
        return acrossTeams.run(sql -> sql.select(
                        API_KEY.TEAM_ID, API_KEY.ID, API_KEY.NAME, API_KEY.SECRET_HASH, API_KEY.ROLE, API_KEY.SCOPES, API_KEY.CREATED_AT,
                        API_KEY.EXPIRES_AT, API_KEY.REVOKED_AT)
                .from(API_KEY)
                .where(API_KEY.ID.eq(id))
                .fetchOptional(JooqApiKeys::key));
    }

    private static ApiKey key(Record row) {
        return new ApiKey(
                row.get(API_KEY.ID),
                row.get(API_KEY.TEAM_ID),
                row.get(API_KEY.NAME),
                row.get(API_KEY.SECRET_HASH),
                row.get(API_KEY.ROLE),
                Codes.readAll(Scope.class, row.get(API_KEY.SCOPES)),
                row.get(API_KEY.CREATED_AT),
                Optional.ofNullable(row.get(API_KEY.EXPIRES_AT)),
                Optional.ofNullable(row.get(API_KEY.REVOKED_AT)));
    }
}
