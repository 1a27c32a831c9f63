package io.tastemaker.adapters.http.exports;

import io.tastemaker.adapters.http.matching.QuestionJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is to be written to a file.
 *
 * @param kind what the rows are
 * @param format how they are written
 * @param columns which columns
 * @param byteOrderMark whether a CSV file begins with one
 * @param creatorIds these creators
 * @param search the creators that a search finds
 * @param creatorId the posts of this creator
 * @param campaignId the shortlist of this campaign
 * @param listId who is on this list
 * @param from not before
 * @param to before
 */
record NewExportJson(
        @About("What the rows are") @OneOf({"creators", "posts", "campaigns", "campaign", "list", "transactions"}) String kind,
        @About("How they are written; in CSV and XLSX a text that a spreadsheet could take for a formula is shown and never computed")
        @Default("csv") @OneOf({"csv", "xlsx", "json_lines"}) String format,
        @About("Only these columns, in the order of the file; where something may be held back, locked comes too. Without it, all. Of creators: "
                + "creator_id, scope, platform, handle, handle_kind, name, biography, followers, posts_count, average_views, average_likes, "
                + "average_comments, average_shares, average_engagements, total_views, engagement_rate, categories, location, languages, "
                + "audience_location, verified, last_post_on, content_categories, content_languages, content_sentiment, has_email, email, website, "
                + "avatar_url, observed_at, raw, unlocked, locked; of a campaign those and campaign_id, campaign_name, shortlist_status, note, "
                + "ranking_id, rank, score, added_by, added_at; of a list those and list_id, list_name, note, values, ranking_id, added_by, "
                + "added_at; the answer to an unknown one names those of the other kinds")
        Optional<@Entries(min = 1, max = 100) List<@Length(max = 50) String>> columns,
        @About("Whether a CSV file begins with the mark by which some spreadsheets know UTF-8") @Default("false") boolean byteOrderMark,
        @About("Of creators: these, in this order, as far as the team sees them. Without it and search: the team's own, and those of the "
                + "catalogue of whom something is unlocked")
        Optional<@Entries(min = 1, max = 10_000) List<UUID>> creatorIds,
        @About("Of creators: all that this search finds now, by rank, up to 100,000") Optional<QuestionJson> search,
        @About("Of posts: those of this creator, who must be unlocked or the team's own. Without it: all posts that the team has itself")
        Optional<UUID> creatorId,
        @About("Of a campaign: which; its rows are the creators on its shortlist") Optional<UUID> campaignId,
        @About("Of a list: which; its rows are the creators on it, in its order. The export is there for those who may read the list")
        Optional<UUID> listId,
        @About("Of transactions: only since then") Optional<Instant> from,
        @About("Of transactions: only before then") Optional<Instant> to) {

    ExportKind kindMeant() {
        return Coded.find(ExportKind.class, kind).orElseThrow();
    }

    ExportFormat formatMeant() {
        return Coded.find(ExportFormat.class, format).orElseThrow();
    }

    /** Everything that does not fit together. */
    List<Fault> faults() {
        ExportKind meant = kindMeant();
        List<Fault> faults = new ArrayList<>();
        Map<String, Optional<?>> ofCreators = Map.of("creator_ids", creatorIds, "search", search);
        Map<String, Optional<?>> ofTransactions = Map.of("from", from, "to", to);
        faults.addAll(misplaced(ofCreators, ExportKind.CREATORS));
        faults.addAll(misplaced(Map.of("creator_id", creatorId), ExportKind.POSTS));
        faults.addAll(misplaced(Map.of("campaign_id", campaignId), ExportKind.CAMPAIGN));
        faults.addAll(misplaced(Map.of("list_id", listId), ExportKind.LIST));
        faults.addAll(misplaced(ofTransactions, ExportKind.TRANSACTIONS));
        if (creatorIds.isPresent() && search.isPresent()) {
            faults.add(fault("search", "stands instead of creator_ids, not beside them"));
        }
        if (meant == ExportKind.CAMPAIGN && campaignId.isEmpty()) {
            faults.add(fault("campaign_id", "is needed for the kind campaign"));
        }
        if (meant == ExportKind.LIST && listId.isEmpty()) {
            faults.add(fault("list_id", "is needed for the kind list"));
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            faults.add(fault("to", "must be after from"));
        }
        if (byteOrderMark && formatMeant() != ExportFormat.CSV) {
            faults.add(fault("byte_order_mark", "is for the format csv alone"));
        }
        faults.addAll(columnFaults(meant));
        return faults;
    }

    private List<Fault> columnFaults(ExportKind meant) {
        List<String> wanted = columns.orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            String name = wanted.get(place);
            if (!meant.columns().contains(name)) {
                faults.add(fault("columns/" + place, "no such column; " + kind + " have " + String.join(", ", meant.columns())));
            } else if (wanted.indexOf(name) < place) {
                faults.add(fault("columns/" + place, "is named twice"));
            }
        }
        return faults;
    }

    /** Members that are there and belong to another kind, by name. */
    private List<Fault> misplaced(Map<String, Optional<?>> members, ExportKind owner) {
        return kindMeant() == owner ? List.of() : new TreeMap<>(members).entrySet().stream().filter(member -> member.getValue().isPresent())
                .map(member -> fault(member.getKey(), "is for the kind " + owner.code() + " alone")).toList();
    }

    private static Fault fault(String member, String detail) {
        return new Fault(ProblemCode.INVALID_FIELD, "#/" + member, detail);
    }
}
