package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was asked, after everything was added to it.
 *
 * @param filters who was considered at all
 * @param prefer what moved the score
 */
public record CriteriaJson(
        @About("By the names of the filters; last_post_since is the date that last_post_within_days was frozen to")
        Map<String, Object> filters,
        @About("By the names of the preferences") Map<String, Object> prefer) {

    private static final String EXCLUDE = "exclude.";

    /**
     * Shows criteria.
     *
     * @param criteria what was asked
     * @return its record
     */
    public static CriteriaJson of(SearchCriteria criteria) {
        Map<String, Object> filters = new TreeMap<>();
        Map<String, Object> exclude = new TreeMap<>();
        for (HardFilter filter : criteria.filters()) {
            if (filter.code().startsWith(EXCLUDE)) {
                exclude.put(filter.code().substring(EXCLUDE.length()), FilterText.wanted(filter));
            } else {
                filters.put(filter.code(), FilterText.wanted(filter));
            }
        }
        if (!exclude.isEmpty()) {
            filters.put("exclude", exclude);
        }
        return new CriteriaJson(filters, prefer(criteria.prefer()));
    }

    private static Map<String, Object> prefer(Preferences prefer) {
        Map<String, Object> shown = new TreeMap<>();
        put(shown, "platforms", prefer.platforms(), Coded::code);
        put(shown, "locations", prefer.locations(), Place::code);
        put(shown, "categories", prefer.categories(), Coded::code);
        put(shown, "languages", prefer.languages(), Language::code);
        prefer.followers().ifPresent(aim -> {
            Map<String, Object> followers = new TreeMap<>();
            aim.min().ifPresent(min -> followers.put("min", min));
            aim.max().ifPresent(max -> followers.put("max", max));
            aim.ideal().ifPresent(ideal -> followers.put("ideal", ideal));
            shown.put("followers", followers);
        });
        return shown;
    }

    private static <T> void put(Map<String, Object> shown, String name, Collection<T> values, Function<? super T, String> text) {
        if (!values.isEmpty()) {
            List<String> codes = values.stream().map(text).sorted().toList();
            shown.put(name, codes);
        }
    }
}
