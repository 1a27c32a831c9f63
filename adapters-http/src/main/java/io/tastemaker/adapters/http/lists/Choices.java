package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.application.lists.Choice;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads whom to put on a list, and answers why that was not done. */
final class Choices {

    static final String RANKING = "rk_[0-9a-f]{32}";
    static final String RANKING_SAYS = "the id of a ranking";

    private static final int FIRST = 100;

    private Choices() {}

    /** Creators one by one, or the best of a ranking; empty when neither is said. */
    static Optional<Choice> of(Optional<List<UUID>> creators, Optional<String> ranking, Optional<Integer> first) {
        if (creators.isPresent() && ranking.isPresent()) {
            throw Problem.invalid("#/ranking_id", "creator_ids and ranking_id exclude each other").asException();
        }
        if (first.isPresent() && ranking.isEmpty()) {
            throw Problem.invalid("#/first", "needs ranking_id").asException();
        }
        return ranking.<Choice>map(id -> new Choice.Best(new RankingId(id), first.orElse(FIRST)))
                .or(() -> creators.map(ids -> new Choice.These(ids.stream().map(CreatorId::new).toList())));
    }

    static Problem declined(Choice choice, Choice.Declined why) {
        return switch (why) {
            case Choice.Declined.UnknownCreators(Set<CreatorId> unknown) -> unknown(choice, unknown);
            case Choice.Declined.UnknownRanking() ->
                Problem.invalid("#/ranking_id", "there is no such ranking, or not any more: search again");
            case Choice.Declined.NotPaid(Action action, int seen) -> Problem.of(ProblemCode.UNLOCK_REQUIRED,
                    "Of this ranking the first " + seen + " can be taken; what follows is paid for page by page where it was searched.")
                    .with("action", action.code()).with("first", seen);
            case Choice.Declined.ListFull(int items, int added) -> Problem.of(ProblemCode.LIST_FULL)
                    .with("most", TeamList.MOST_ITEMS).with("items", items).with("added", added);
        };
    }

    private static Problem unknown(Choice choice, Set<CreatorId> unknown) {
        List<CreatorId> asked = switch (choice) {
            case Choice.These(List<CreatorId> ids) -> ids;
            case Choice.Best best -> List.of();
        };
        return Problem.of(IntStream.range(0, asked.size())
                .filter(i -> unknown.contains(asked.get(i)))
                .mapToObj(i -> new Fault(ProblemCode.INVALID_FIELD, "#/creator_ids/" + i, "there is no such creator"))
                .toList());
    }

    /** Who may read a list and not do this with it. */
    static Problem rightMissing(ListRight right, ListRight needed) {
        return Problem.of(ProblemCode.RIGHT_MISSING, "You may " + right.code() + " this list; this takes the right to " + needed.code() + " it.")
                .with("right", right.code()).with("needed", needed.code());
    }
}
