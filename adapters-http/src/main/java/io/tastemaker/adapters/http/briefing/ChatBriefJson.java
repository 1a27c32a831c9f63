package io.tastemaker.adapters.http.briefing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The brief so far, by the names that a campaign has.
 *
 * @param name what it is called
 * @param goal what it is to achieve
 * @param product what is advertised
 * @param websiteUrl the product's page
 * @param audience whom it should reach
 * @param targetPlatforms where creators publish
 * @param targetLocations where they live
 * @param targetCategories what they publish about
 * @param followerRange how many followers they have
 * @param budget what it may cost
 * @param budgetAmount an amount whose currency is not known yet
 * @param startsOn first day
 * @param endsOn last day
 * @param anyOf what does not matter
 */
record ChatBriefJson(
        Optional<String> name,
        Optional<String> goal,
        Optional<String> product,
        Optional<String> websiteUrl,
        Optional<String> audience,
        List<String> targetPlatforms,
        List<String> targetLocations,
        List<String> targetCategories,
        Optional<CountRangeJson> followerRange,
        Optional<MoneyJson> budget,
        @About("An amount whose currency is not known yet") Optional<String> budgetAmount,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn,
        @About("Topics that do not matter, such as platforms") List<String> anyOf) {

    static ChatBriefJson of(BriefDraft draft) {
        return new ChatBriefJson(draft.name(), draft.goal(), draft.product(), draft.website(), draft.audience(), codes(draft.platforms()),
                draft.places().stream().map(Place::code).sorted().toList(), codes(draft.categories()),
                draft.followers().map(range -> new CountRangeJson(range.min(), range.max())), draft.budget().map(MoneyJson::of),
                draft.amount().map(BigDecimal::toPlainString), draft.startsOn(), draft.endsOn(), codes(draft.indifferent()));
    }

    private static List<String> codes(Collection<? extends Coded> words) {
        return words.stream().map(Coded::code).sorted().toList();
    }
}
