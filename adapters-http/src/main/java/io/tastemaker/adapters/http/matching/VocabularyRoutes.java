package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.CountRangeJson;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.matching.AdvancedSearch;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words that a search understands; they change only with the program, so they may be cached. */
public final class VocabularyRoutes {

    record DictionaryPath(
            @About("Which dictionary; interests has no data yet")
            @OneOf({"platforms", "locations", "languages", "categories", "interests"}) String name) {}

    record DictionaryJson(String name, List<WordJson> entries) {}

    record WordJson(@About("As a filter takes it") String code, @About("In English") String title) {}

    record FilterVocabularyJson(List<FilterJson> filters) {}

    record FilterJson(
            @About("As in filters of a search") String name,
            @About("list, range, boolean, days, object or any") String type,
            @About("Whether it makes a search an advanced one, which may be charged") boolean advanced,
            @About("Whether this version has data for it") boolean available,
            @About("Where its words are listed") Optional<String> dictionary,
            String meaning) {}

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Map<String, String> DICTIONARY_OF = Map.of("platforms", "platforms", "locations", "locations",
            "categories", "categories", "languages", "languages", "content_categories", "categories");
    private static final Set<Type> RANGES = Set.of(CountRangeJson.class, FiltersJson.RatioRangeJson.class, FiltersJson.MoodRangeJson.class);
    private static final Map<String, List<WordJson>> DICTIONARIES = Map.of(
            "platforms", Arrays.stream(Platform.values()).map(platform -> new WordJson(platform.code(), platform.title())).toList(),
            "categories", Arrays.stream(Category.values()).map(VocabularyRoutes::word).toList(),
            "locations", places(),
            "languages", languages());

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        return List.of(
                Route.of(Method.GET, "/creators/search/filters", reading).says("search", "List the filters of a search")
                        .answers(200, FilterVocabularyJson.class, "Every filter, and whether there is data for it").handle(this::filters),
                Route.of(Method.GET, "/dictionaries/{name}", reading).says("search", "Show a dictionary").path(DictionaryPath.class)
                        .answers(200, DictionaryJson.class, "Its words; of locations the countries, whose regions are taken too")
                        .problems(ProblemCode.NOT_AVAILABLE_YET).handle(this::dictionary));
    }

    private Reply filters(Call call) {
        List<FilterJson> filters = Arrays.stream(FiltersJson.class.getRecordComponents()).map(VocabularyRoutes::filter).toList();
        return Answer.ok(new FilterVocabularyJson(filters)).cacheable(AN_HOUR);
    }

    private Reply dictionary(Call call) {
        String name = call.path(DictionaryPath.class).name();
        return Optional.ofNullable(DICTIONARIES.get(name))
                .<Reply>map(words -> Answer.ok(new DictionaryJson(name, words)).cacheable(AN_HOUR))
                .orElseGet(() -> Problem.of(List.of(new Fault(ProblemCode.NOT_AVAILABLE_YET, "{name}", "no dictionary of this version"))));
    }

    private static FilterJson filter(RecordComponent component) {
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        boolean available = !component.isAnnotationPresent(NotYet.class);
        Optional<String> dictionary = Optional.ofNullable(DICTIONARY_OF.get(name)).map(words -> Route.BASE + "/dictionaries/" + words);
        String meaning = available ? component.getAnnotation(About.class).value() : "Not available yet";
        return new FilterJson(name, type(component), AdvancedSearch.isAdvanced(name), available, dictionary, meaning);
    }

    private static String type(RecordComponent component) {
        Type value = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (value instanceof ParameterizedType) {
            return "list";
        } else if (RANGES.contains(value)) {
            return "range";
        } else if (value == Boolean.class) {
            return "boolean";
        } else if (value == Integer.class) {
            return "days";
        }
        return value == Object.class ? "any" : "object";
    }

    private static WordJson word(Coded word) {
        String spaced = word.code().replace('_', ' ');
        return new WordJson(word.code(), Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1));
    }

    private static List<WordJson> places() {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> Place.find(code).isPresent())
                .map(code -> new WordJson(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                .toList();
    }

    private static List<WordJson> languages() {
        return Stream.of(Locale.getISOLanguages())
                .map(code -> new WordJson(code, Locale.of(code).getDisplayLanguage(Locale.ENGLISH)))
                .toList();
    }
}
