package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * What an owner's creators say of themselves, and later of whom it changed, also in captions that the owner holds. Follows the same
 * transactions as {@link CreatorFeed}. To be used on one consistent state (a reading transaction).
 */
public final class CreatorTexts {

    private static final int AT_ONCE = 2_000;

    private static final String CHANGED = """
            select id from creators.creator where team_id = {1} and %1$s and %2$s
            union
            select creator_id from creators.removal where team_id = {1} and %1$s
            union
            select creator_id from creators.caption_change where team_id = {1} and %1$s
            """.formatted(CreatorFeed.UNSEEN, CreatorFeed.UNSEEN.replace("changed_xid", "text_changed_xid"));

    private CreatorTexts() {}

    /**
     * Streams the texts of all creators of an owner, in the order of their ids.
     *
     * @param sql the transaction
     * @param owner whose creators
     * @param reader gets them, many at once
     */
    public static void all(DSLContext sql, TeamId owner, Consumer<Map<CreatorId, List<String>>> reader) {
        Optional<CreatorId> last = Optional.of(new CreatorId(new UUID(0, 0)));
        while (last.isPresent()) {
            Map<CreatorId, List<String>> next = texts(sql, owner, CREATOR.ID.gt(last.get()), AT_ONCE);
            reader.accept(next);
            last = next.keySet().stream().reduce((before, after) -> after);
        }
    }

    /**
     * The texts of some creators.
     *
     * @param sql the transaction
     * @param owner whose creators
     * @param ids whose texts
     * @return those that the owner has
     */
    public static Map<CreatorId, List<String>> of(DSLContext sql, TeamId owner, Collection<CreatorId> ids) {
        return texts(sql, owner, CREATOR.ID.eq(DSL.any(ids.toArray(CreatorId[]::new))), ids.size());
    }

    private static Map<CreatorId, List<String>> texts(DSLContext sql, TeamId owner, Condition wanted, int most) {
        Map<CreatorId, List<String>> texts = new LinkedHashMap<>();
        for (Record row : sql.select(CREATOR.ID, CREATOR.NAME, CREATOR.HANDLE, CREATOR.BIOGRAPHY).from(CREATOR)
                .where(CREATOR.TEAM_ID.eq(owner)).and(wanted).orderBy(CREATOR.ID).limit(most).fetch()) {
            texts.put(row.get(CREATOR.ID), Stream.of(row.get(CREATOR.NAME), row.get(CREATOR.HANDLE), row.get(CREATOR.BIOGRAPHY))
                    .filter(Objects::nonNull).toList());
        }
        return texts;
    }

    /**
     * Of whom this transaction sees other texts than a reader did.
     *
     * @param sql the transaction
     * @param owner whose creators and captions
     * @param snapshot what the reader has seen
     * @return creators who say something else now, or are gone; also those of others of whom the owner holds captions
     */
    public static List<CreatorId> changed(DSLContext sql, TeamId owner, String snapshot) {
        return sql.fetch(CHANGED, DSL.val(snapshot), DSL.val(owner.value())).map(row -> new CreatorId(row.get(0, UUID.class)));
    }

    /**
     * What the transaction sees.
     *
     * @param sql the transaction
     * @return to be handed to {@link #changed} later
     */
    public static String snapshot(DSLContext sql) {
        return CreatorFeed.snapshot(sql);
    }
}
