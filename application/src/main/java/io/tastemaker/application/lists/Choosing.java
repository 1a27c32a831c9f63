package io.tastemaker.application.lists;

import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.ReplayRanking;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the creators of a choice, outside of any transaction. Of a ranking only what the team has paid for can be taken. */
final class Choosing {

    private final ShowCreators showCreators;
    private final ReplayRanking replayRanking;

    Choosing(ShowCreators showCreators, ReplayRanking replayRanking) {
        this.showCreators = showCreators;
        this.replayRanking = replayRanking;
    }

    /** What was found. */
    sealed interface Found {
        /**
         * All of them, each once, in the order of the choice.
         *
         * @param creators the creators
         * @param ranking where they were taken from
         */
        record All(List<Candidate> creators, Optional<String> ranking) implements Found {}

        /** Not all. */
        record Not(Choice.Declined why) implements Found {}
    }

    Found find(Actor actor, Choice choice) {
        return switch (choice) {
            case Choice.These(List<CreatorId> ids) -> these(actor, new LinkedHashSet<>(ids));
            case Choice.Best best -> best(actor, best);
        };
    }

    private Found these(Actor actor, Set<CreatorId> wanted) {
        Map<CreatorId, Creator> known = showCreators.handle(new ShowCreators.Query(actor, wanted)).stream()
                .collect(Collectors.toMap(Creator::id, Function.identity()));
        Set<CreatorId> unknown = new LinkedHashSet<>(wanted);
        unknown.removeAll(known.keySet());
        return unknown.isEmpty()
                ? new Found.All(wanted.stream().map(known::get).map(Candidate::of).toList(), Optional.empty())
                : new Found.Not(new Choice.Declined.UnknownCreators(unknown));
    }

    private Found best(Actor actor, Choice.Best best) {
        List<Candidate> creators = new ArrayList<>();
        Optional<Integer> next = Optional.of(0);
        while (next.isPresent() && next.get() < best.first()) {
            int offset = next.get();
            Optional<ReplayRanking.Outcome> page = page(actor, best.ranking(), offset, Math.min(PageRequest.MOST, best.first() - offset));
            if (page.isEmpty()) {
                return new Found.Not(new Choice.Declined.UnknownRanking());
            }
            switch (page.get()) {
                case ReplayRanking.Outcome.NotPaid(Action action) -> {
                    return new Found.Not(new Choice.Declined.NotPaid(action, offset));
                }
                case ReplayRanking.Outcome.Replayed(RankedPage ranks) -> {
                    ranks.entries().stream().flatMap(entry -> entry.creator().stream()).forEach(creators::add);
                    next = ranks.next();
                }
            }
        }
        return new Found.All(List.copyOf(creators), Optional.of(best.ranking().value()));
    }

    private Optional<ReplayRanking.Outcome> page(Actor actor, RankingId ranking, int offset, int limit) {
        try {
            return Optional.of(replayRanking.handle(new ReplayRanking.Query(actor, ranking, offset, limit)));
        } catch (Refusal.NotFound gone) {
            return Optional.empty(); // the list that is filled is there: the ranking is not
        }
    }
}
