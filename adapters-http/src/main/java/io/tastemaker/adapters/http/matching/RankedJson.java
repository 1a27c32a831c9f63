package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.ScoreReceipt;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A creator at a rank, with the receipt.
 *
 * @param rank 1 for the best
 * @param creatorId who stands there
 * @param creator the card as it is now
 * @param score why
 */
public record RankedJson(
        @About("1 for the best") int rank,
        UUID creatorId,
        @About("The card as it is now; null when the creator was removed since") Optional<CardJson> creator,
        ScoreJson score) {

    /**
     * What a list shows of a creator.
     *
     * @param id the creator
     * @param platform where the creator publishes
     * @param handle the name there
     * @param name the name shown
     * @param followers how many follow
     * @param engagementRate a fraction
     * @param categories what the creator writes about, as the score has it
     * @param location where the creator lives
     * @param languages what the creator speaks, as the score has it
     * @param verified whether the platform vouches
     * @param avatarUrl a picture
     * @param unlocked whether the team may see the full record
     * @param observedAt when the newest fact that ranks or is shown was
     */
    public record CardJson(
            UUID id,
            String platform,
            String handle,
            Optional<String> name,
            Optional<Long> followers,
            Optional<BigDecimal> engagementRate,
            @About("As declared, else those of at least a fifth of the content; what the score counts") List<String> categories,
            Optional<String> location,
            @About("As declared, else those of the content; what the score counts") List<String> languages,
            Optional<Boolean> verified,
            Optional<String> avatarUrl,
            @About("Whether the team may see the full record") boolean unlocked,
            Optional<Instant> observedAt) {

        /**
         * The card of a creator.
         *
         * @param creator what is known of the creator
         * @param unlocked what the team may see
         * @return its record
         */
        public static CardJson of(Candidate creator, Unlocked unlocked) {
            return new CardJson(
                    creator.id().value(), creator.platform().code(), creator.handle().name(), creator.card().name(),
                    creator.followers().map(Observed::value), creator.engagementRate().map(Observed::value).map(EngagementRate::fraction),
                    creator.categories().map(Observed::value).orElse(Set.of()).stream().map(Coded::code).sorted().toList(),
                    creator.location().map(Observed::value).map(Place::code),
                    creator.languages().map(Observed::value).orElse(Set.of()).stream().map(Language::code).sorted().toList(),
                    creator.verified(), creator.card().avatarUrl(), unlocked.of(creator.owner(), creator.id()).record(),
                    creator.card().observedAt());
        }
    }

    /**
     * A receipt: the contributions add up to the total exactly.
     *
     * @param total 0 to 1
     * @param factors one line each
     */
    public record ScoreJson(@About("0 to 1; the exact sum of the contributions") BigDecimal total, List<FactorJson> factors) {

        /**
         * Shows a receipt.
         *
         * @param receipt the receipt
         * @return it, line by line
         */
        public static ScoreJson of(ScoreReceipt receipt) {
            return new ScoreJson(receipt.total().setScale(6), receipt.factors().stream().map(FactorJson::of).toList());
        }
    }

    /**
     * One line of a receipt.
     *
     * @param name the factor
     * @param weight its weight
     * @param raw what was found
     * @param normalized 0 to 1
     * @param contribution weight times normalized, rounded to six decimals
     * @param state how good the data are
     */
    public record FactorJson(
            @About("engagement, category, follower_fit, location or platform") String name,
            BigDecimal weight,
            @About("What was found; null when nothing is known") Optional<BigDecimal> raw,
            BigDecimal normalized,
            BigDecimal contribution,
            @About("measured, imported, estimated, inferred, stale or missing") String state) {

        static FactorJson of(ScoreReceipt.Line line) {
            return new FactorJson(
                    line.factor().code(), shorter(line.weight()), line.raw().map(FactorJson::shorter), line.normalized().setScale(6),
                    line.contribution().setScale(6), line.state().code());
        }

        private static BigDecimal shorter(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    static List<RankedJson> of(List<RankedPage.Entry> entries, Unlocked unlocked) {
        return entries.stream()
                .map(entry -> new RankedJson(entry.rank(), entry.id().value(), entry.creator().map(creator -> CardJson.of(creator, unlocked)),
                        ScoreJson.of(entry.score())))
                .toList();
    }

    /** Those of some ranks who are still there. */
    static List<Candidate> creators(List<RankedPage.Entry> entries) {
        return entries.stream().flatMap(entry -> entry.creator().stream()).toList();
    }
}
