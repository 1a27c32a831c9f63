package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.adapters.persistence.generated.content.Tables.POST;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The captions of the posts that a team holds, of its own creators and of the catalogue's. */
public final class Captions {

    private Captions() {}

    /**
     * What creators say in posts.
     *
     * @param sql the transaction
     * @param holder whose posts
     * @param creators of whom
     * @return the captions of each that has some
     */
    public static Map<CreatorId, List<String>> of(DSLContext sql, TeamId holder, Collection<CreatorId> creators) {
        return sql.select(POST.CREATOR_ID, POST.CAPTION).from(POST)
                .where(POST.TEAM_ID.eq(holder))
                .and(POST.CREATOR_ID.eq(DSL.any(creators.toArray(CreatorId[]::new))))
                .and(POST.CAPTION.ne(""))
                .fetchGroups(POST.CREATOR_ID, POST.CAPTION);
    }

    /**
     * The creators of others of whom a team holds posts.
     *
     * @param sql the transaction
     * @param holder whose posts
     * @return creators of the catalogue
     */
    public static List<CreatorId> ofOthers(DSLContext sql, TeamId holder) {
        return sql.selectDistinct(POST.CREATOR_ID).from(POST)
                .where(POST.TEAM_ID.eq(holder)).and(POST.CREATOR_TEAM_ID.ne(holder)).fetch(POST.CREATOR_ID);
    }
}
