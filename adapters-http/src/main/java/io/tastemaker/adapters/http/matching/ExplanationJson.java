package io.tastemaker.adapters.http.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tastemaker.adapters.http.matching.RankedJson.ScoreJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.application.matching.ExplainRanking;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Lift;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a creator stands in a ranking, and what was asked about it; what was not asked is left out.
 *
 * @param rankingId which ranking
 * @param creatorId which creator
 * @param inRanking whether the creator is in it
 * @param position at which rank, and why
 * @param excludedBy every filter the creator does not pass
 * @param raiseTo what a lift to a rank takes
 * @param reweigh where the creator would stand under other weights
 */
record ExplanationJson(
        String rankingId,
        UUID creatorId,
        boolean inRanking,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("At which rank, and why") Optional<PositionJson> position,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("Every filter the creator does not pass")
        Optional<List<ExclusionJson>> excludedBy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("What a lift to a rank takes") Optional<RaiseJson> raiseTo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("The place under the other weights") Optional<ReweighedJson> reweigh) {

    /** What is asked. */
    record ExplanationRequestJson(
            @About("About whom") UUID creatorId,
            @About("What is asked")
            @Entries(min = 1, max = 4) List<@OneOf({"position", "excluded_by", "raise_to", "reweigh"}) String> questions,
            @About("The rank to be lifted to, for the question raise_to") Optional<@Between(min = "1") Integer> raiseTo,
            @About("Other weights, for the question reweigh") Optional<QuestionJson.WeightsJson> weights) {
        ExplanationRequestJson {
            if (questions.contains("raise_to") != raiseTo.isPresent()) {
                throw new IllegalArgumentException("the question raise_to and the rank raise_to need each other");
            }
            if (questions.contains("reweigh") != weights.isPresent()) {
                throw new IllegalArgumentException("the question reweigh and weights need each other");
            }
        }
    }

    /** A place in the ranking. */
    record PositionJson(int rank, ScoreJson score) {}

    /** A filter that the creator does not pass. */
    record ExclusionJson(
            @About("The filter's name") String filter,
            @About("What it wants, as it was sent") Object wanted,
            @About("What the creator has; null when it is unknown, or of a full record that is not unlocked") Optional<Object> found) {
        static ExclusionJson of(HardFilter filter, Candidate candidate, boolean unlocked) {
            Optional<Object> found = unlocked || !FilterText.isOfFullRecord(filter) ? FilterText.found(filter, candidate) : Optional.empty();
            return new ExclusionJson(filter.code(), FilterText.wanted(filter), found);
        }
    }

    /** What a lift takes; one of the ways is enough. */
    record RaiseJson(
            @About("The rank asked for, or the creator's own when that is better") int rank,
            @About("Whether one factor alone can do it, or the creator stands there") boolean reachable,
            @About("In one sentence, for people") String detail,
            @About("Each factor that could do it alone; none when no factor can") List<WayJson> ways,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("The filters to be passed first, by a creator who is not in the ranking")
            Optional<List<ExclusionJson>> excludedBy) {
        static RaiseJson of(ExplainRanking.Raise raise, int own) {
            List<WayJson> ways = raise.ways().stream().map(WayJson::of).toList();
            boolean there = raise.rank() == own;
            String detail = there ? "The creator stands there or better."
                    : ways.isEmpty() ? "No factor alone is enough, not even at its best." : "Any one of the ways is enough.";
            return new RaiseJson(raise.rank(), there || !ways.isEmpty(), detail, ways, Optional.empty());
        }

        static RaiseJson excluded(int rank, List<ExclusionJson> filters) {
            return new RaiseJson(rank, false, "The creator is not in the ranking; the filters of excluded_by come first.", List.of(),
                    Optional.of(filters));
        }
    }

    /** One way to be lifted. */
    record WayJson(
            String factor,
            @About("The normalized value as it is") BigDecimal from,
            @About("The normalized value it takes") BigDecimal to,
            @About("The raw value that gives it") BigDecimal raw) {
        static WayJson of(Lift lift) {
            return new WayJson(lift.factor().code(), lift.from(), lift.to(), lift.raw());
        }
    }

    /** A place under other weights. */
    record ReweighedJson(boolean inRanking, Optional<PositionJson> position) {}
}
