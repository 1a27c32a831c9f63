package io.tastemaker.domain.exports;

import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Coded;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the rows of a file are, and which columns there are of them. */
public enum ExportKind implements Coded {
    /** Creators: those that were chosen, or else the team's own and those it has unlocked. */
    CREATORS(Set.of(Permission.READ_CREATORS), Columns.CREATOR),
    /** Posts: of one creator, or else all that the team has. */
    POSTS(Set.of(Permission.READ_CREATORS), List.of("id", "scope", "creator_id", "platform", "handle", "key", "url", "posted_at", "caption", "likes",
            "comments", "views", "shares", "saves", "sentiment", "sentiment_score", "language", "category", "read_by", "source",
            "observed_at", "raw")),
    /** All campaigns of the team. */
    CAMPAIGNS(Set.of(Permission.READ_CAMPAIGNS), List.of("id", "version", "name", "type", "status", "brief", "website_url", "platforms", "locations",
            "categories", "followers_min", "followers_max", "budget_amount", "budget_currency", "starts_on", "ends_on", "created_by",
            "created_at", "updated_at", "launched_at")),
    /** The creators on the shortlist of one campaign. */
    CAMPAIGN(Set.of(Permission.READ_CAMPAIGNS, Permission.READ_CREATORS), Columns.with("campaign_id", "campaign_name", "shortlist_status",
            "note", "ranking_id", "rank", "score", "added_by", "added_at")),
    /** The creators on one list, with what the team noted about each. */
    LIST(Set.of(Permission.READ_LISTS, Permission.READ_CREATORS), Columns.with("list_id", "list_name", "note", "values", "ranking_id", "added_by",
            "added_at")),
    /** What moved in the wallet of the team. */
    TRANSACTIONS(Set.of(Permission.READ_WALLET), List.of("id", "at", "kind", "action", "units", "credits", "balance_after", "actor", "target",
            "about", "first_seq", "last_seq", "note"));

    /** Names the facts of a row that are known and not shown. It stands at the end of every file that may hold back something. */
    public static final String LOCKED = "locked";

    private static final class Columns {
        static final List<String> CREATOR = List.of("creator_id", "scope", "platform", "handle", "handle_kind", "name", "biography", "followers",
                "posts_count", "average_views", "average_likes", "average_comments", "average_shares", "average_engagements", "total_views",
                "engagement_rate", "categories", "location", "languages", "audience_location", "verified", "last_post_on",
                "content_categories", "content_languages", "content_sentiment", "has_email", "email", "website", "avatar_url", "observed_at",
                "raw", "unlocked", "locked");

        static List<String> with(String... first) {
            return Stream.concat(Stream.of(first), CREATOR.stream()).toList();
        }
    }

    private final Set<Permission> permissions;
    private final List<String> columns;

    ExportKind(Set<Permission> permissions, List<String> columns) {
        this.permissions = permissions;
        this.columns = columns;
    }

    /**
     * What the actor must be allowed to do besides exporting: a file shows nothing that its maker could not read.
     *
     * @return the permissions, all of which are needed
     */
    public Set<Permission> permissions() {
        return permissions;
    }

    /**
     * The columns there are.
     *
     * @return their names, in the order of the file
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The columns of a file, when some are wanted.
     *
     * @param wanted names of this kind's columns, in whatever order; none for all
     * @return those, in the order of the file, and {@link #LOCKED} where the kind has it
     */
    public List<String> columns(List<String> wanted) {
        return columns.stream().filter(name -> wanted.isEmpty() || wanted.contains(name) || name.equals(LOCKED)).toList();
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
