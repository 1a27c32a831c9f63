package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.API_KEY;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.identity.ApiKey.OutgoingSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** An API key as its row has it. */
final class ApiKeyRow {

    static final List<TableField<Record, ?>> COLUMNS = List.of(
            API_KEY.TEAM_ID, API_KEY.ID, API_KEY.VERSION, API_KEY.NAME, API_KEY.SECRET_HASH, API_KEY.OUTGOING_HASH, API_KEY.OUTGOING_UNTIL,
            API_KEY.ROLE, API_KEY.SCOPES, API_KEY.CREATED_AT, API_KEY.EXPIRES_AT, API_KEY.REVOKED_AT, API_KEY.LAST_USED_AT);

    private ApiKeyRow() {}

    static ApiKey key(Record row) {
        return new ApiKey(
                row.get(API_KEY.ID),
                row.get(API_KEY.TEAM_ID),
                row.get(API_KEY.VERSION),
                row.get(API_KEY.NAME),
                row.get(API_KEY.SECRET_HASH),
                Optional.ofNullable(row.get(API_KEY.OUTGOING_HASH)).map(hash -> new OutgoingSecret(hash, row.get(API_KEY.OUTGOING_UNTIL))),
                row.get(API_KEY.ROLE),
                Codes.readAll(Scope.class, row.get(API_KEY.SCOPES)),
                row.get(API_KEY.CREATED_AT),
                Optional.ofNullable(row.get(API_KEY.EXPIRES_AT)),
                Optional.ofNullable(row.get(API_KEY.REVOKED_AT)),
                Optional.ofNullable(row.get(API_KEY.LAST_USED_AT)));
    }

    static Map<Field<?>, Object> changeable(ApiKey key) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(API_KEY.VERSION, key.version());
        values.put(API_KEY.NAME, key.name());
        values.put(API_KEY.SECRET_HASH, key.secretHash());
        values.put(API_KEY.OUTGOING_HASH, key.outgoing().map(OutgoingSecret::hash).orElse(null));
        values.put(API_KEY.OUTGOING_UNTIL, key.outgoing().map(OutgoingSecret::until).orElse(null));
        values.put(API_KEY.ROLE, key.role());
        values.put(API_KEY.SCOPES, Codes.write(key.scopes()));
        values.put(API_KEY.EXPIRES_AT, key.expiresAt().orElse(null));
        values.put(API_KEY.REVOKED_AT, key.revokedAt().orElse(null));
        return values;
    }
}
