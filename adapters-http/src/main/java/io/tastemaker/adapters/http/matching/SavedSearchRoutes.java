package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.JsonText;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.matching.ChangeSavedSearch;
import io.tastemaker.application.matching.ForgetSearchHistory;
import io.tastemaker.application.matching.ListSavedSearches;
import io.tastemaker.application.matching.ListSearchHistory;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.RemoveSavedSearch;
import io.tastemaker.application.matching.SaveSearch;
import io.tastemaker.application.matching.ShowSavedSearch;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.matching.out.Searches;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Questions that the team saved, and those that the caller put. */
public final class SavedSearchRoutes {

    record SavedSearchPath(@About("The saved search") UUID searchId) {}

    record SavedSearchDraftJson(
            @About("1 to 200 characters") @Length(max = 200) String name,
            @About("The body of a search, without limit and cursor") QuestionJson search) {}

    record SavedSearchJson(
            UUID id,
            @About("As in the ETag") long version,
            String name,
            @About("As it was sent, without what was empty") Object search,
            String savedBy,
            Instant savedAt) {
        static SavedSearchJson of(Searches.Saved saved) {
            return new SavedSearchJson(
                    saved.id(), saved.version(), saved.name(), JsonText.read(saved.question()), saved.savedBy(), saved.at());
        }
    }

    record PastSearchJson(
            UUID id,
            @About("As it was sent, without what was empty") Object search,
            @About("For 5 minutes it can be replayed") String rankingId,
            @About("How many creators were ranked") int total,
            Instant at) {
        static PastSearchJson of(SearchHistory.Past past) {
            return new PastSearchJson(past.id(), JsonText.read(past.question()), past.ranking().value(), past.total(), past.at());
        }
    }

    private static final String ALL = "the newest first";

    private final MatchingUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public SavedSearchRoutes(MatchingUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        Access searching = Access.needs(Permission.SEARCH_CREATORS);
        return List.of(
                Route.of(Method.GET, "/saved-searches", reading).says("search", "List saved searches")
                        .about("The team's, the newest first.").query(PageQuery.class).lists(SavedSearchJson.class, "The saved searches")
                        .handle(this::list),
                Route.of(Method.POST, "/saved-searches", searching).says("search", "Save a search").body(SavedSearchDraftJson.class)
                        .answers(201, SavedSearchJson.class, "It").versioned().problems(ProblemCode.NOT_AVAILABLE_YET).repeatable()
                        .handle(this::save),
                Route.of(Method.GET, "/saved-searches/{search_id}", reading).says("search", "Show a saved search")
                        .path(SavedSearchPath.class).answers(200, SavedSearchJson.class, "It").versioned()
                        .problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PUT, "/saved-searches/{search_id}", searching).says("search", "Replace a saved search")
                        .path(SavedSearchPath.class).body(SavedSearchDraftJson.class).needsVersion()
                        .answers(200, SavedSearchJson.class, "As it is now").problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_AVAILABLE_YET)
                        .handle(this::change),
                Route.of(Method.DELETE, "/saved-searches/{search_id}", searching).says("search", "Delete a saved search")
                        .heedsVersion().path(SavedSearchPath.class).answersNothing("It is gone")
                        .problems(ProblemCode.NOT_FOUND).handle(this::remove),
                Route.of(Method.GET, "/searches", reading).says("search", "List past searches").about("The caller's own, the newest first.")
                        .query(PageQuery.class).lists(PastSearchJson.class, "The searches").handle(this::history),
                Route.of(Method.DELETE, "/searches", searching).says("search", "Forget past searches").about("The caller's own.")
                        .answersNothing("They are gone").handle(this::forget));
    }

    private Reply list(Call call) {
        ListSavedSearches.Query query = new ListSavedSearches.Query(call.actor(), page(call));
        return call.page(useCases.listSavedSearches().handle(query), ALL, SavedSearchJson::of);
    }

    private Reply save(Call call) {
        SavedSearchDraftJson draft = call.body(SavedSearchDraftJson.class);
        SaveSearch.Command command = new SaveSearch.Command(call.actor(), draft.name().strip(), JsonText.of(draft.search()));
        return switch (useCases.saveSearch().handle(command)) {
            case SaveSearch.Outcome.Created(Searches.Saved saved) ->
                Answer.created("/saved-searches/" + saved.id(), SavedSearchJson.of(saved)).version(saved.version());
        };
    }

    private Reply show(Call call) {
        return shown(useCases.showSavedSearch().handle(new ShowSavedSearch.Query(call.actor(), id(call))));
    }

    private Reply change(Call call) {
        SavedSearchDraftJson draft = call.body(SavedSearchDraftJson.class);
        ChangeSavedSearch.Command command = new ChangeSavedSearch.Command(
                call.actor(), id(call), call.ifMatch().orElseThrow(), draft.name().strip(), JsonText.of(draft.search()));
        return switch (useCases.changeSavedSearch().handle(command)) {
            case ChangeSavedSearch.Outcome.Changed(Searches.Saved saved) -> shown(saved);
        };
    }

    private Reply remove(Call call) {
        return switch (useCases.removeSavedSearch().handle(new RemoveSavedSearch.Command(call.actor(), id(call), call.expectedVersion()))) {
            case RemoveSavedSearch.Outcome.Removed() -> Answer.noContent();
        };
    }

    private Reply history(Call call) {
        ListSearchHistory.Query query = new ListSearchHistory.Query(call.actor(), page(call));
        return call.page(useCases.listSearchHistory().handle(query), ALL, PastSearchJson::of);
    }

    private Reply forget(Call call) {
        return switch (useCases.forgetSearchHistory().handle(new ForgetSearchHistory.Command(call.actor()))) {
            case ForgetSearchHistory.Outcome.Forgotten() -> Answer.noContent();
        };
    }

    private static PageRequest page(Call call) {
        PageQuery query = call.query(PageQuery.class);
        return new PageRequest(query.limit(), call.position(query.cursor(), ALL));
    }

    private static UUID id(Call call) {
        return call.path(SavedSearchPath.class).searchId();
    }

    private static Answer shown(Searches.Saved saved) {
        return Answer.ok(SavedSearchJson.of(saved)).version(saved.version());
    }
}
