package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From what was sent to the brief that is meant. */
final class Briefs {

    private Briefs() {}

    static Brief of(CampaignDraftJson draft) {
        return new Brief(
                draft.brief().orElse(""), draft.websiteUrl(), draft.followerRange().map(Briefs::range),
                words(Platform.class, draft.targetPlatforms()), places(draft.targetLocations()),
                words(Category.class, draft.targetCategories()), draft.budget().map(MoneyJson::money), draft.startsOn(), draft.endsOn());
    }

    static Brief patched(Campaign campaign, CampaignPatchJson patch) {
        Brief brief = campaign.brief();
        Optional<CountRangeJson> followers = brief.followers().map(range -> new CountRangeJson(range.min(), range.max()));
        try {
            return new Brief(
                    patch.brief().over(Optional.of(brief.text())).orElse(""),
                    patch.websiteUrl().over(brief.website()),
                    patch.followerRange().map(range -> range.over(followers)).over(followers).map(Briefs::range),
                    patched(Platform.class, patch.targetPlatforms(), brief.platforms()),
                    patch.targetLocations() instanceof Field.Absent
                            ? brief.locations()
                            : places(patch.targetLocations().over(Optional.empty())),
                    patched(Category.class, patch.targetCategories(), brief.categories()),
                    patch.budget().map(MoneyJson::money).over(brief.budget()),
                    patch.startsOn().over(brief.startsOn()),
                    patch.endsOn().over(brief.endsOn()));
        } catch (IllegalArgumentException combination) {
            // The parts are valid; together with what is there they are not.
            throw Problem.invalid("#", combination.getMessage()).asException();
        }
    }

    private static <E extends Enum<E> & Coded> Set<E> patched(Class<E> vocabulary, Field<List<String>> field, Set<E> current) {
        return field instanceof Field.Absent ? current : words(vocabulary, field.over(Optional.empty()));
    }

    private static Range<Long> range(CountRangeJson range) {
        return new Range<>(range.min(), range.max());
    }

    private static <E extends Enum<E> & Coded> Set<E> words(Class<E> vocabulary, Optional<List<String>> codes) {
        return codes.orElse(List.of()).stream().map(code -> Coded.find(vocabulary, code).orElseThrow()).collect(Collectors.toSet());
    }

    private static Set<Place> places(Optional<List<String>> codes) {
        return codes.orElse(List.of()).stream().map(code -> Place.find(code).orElseThrow()).collect(Collectors.toSet());
    }
}
