package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.identity.ChangeProfile;
import io.tastemaker.application.identity.ProfileUseCases;
import io.tastemaker.application.identity.ShowProfile;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.User;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The caller's own account. */
public final class ProfileRoutes {

    record GivenConsentJson(
            @About("Which use of your data") String tier, @About("What you said last") boolean granted, @About("When") Instant at) {}

    record ProfileJson(
            UUID id,
            String email,
            String fullName,
            @About("In which you count days") String timeZone,
            @About("In which you read, a BCP 47 tag") String locale,
            @About("Your personal team") UUID homeTeamId,
            @About("What you said to each use of your data") List<GivenConsentJson> consents,
            long version,
            Instant createdAt) {

        static ProfileJson of(ShowProfile.Profile profile) {
            User user = profile.user();
            return new ProfileJson(user.id().value(), user.email().value(), user.fullName(), user.timeZone().getId(), user.locale(),
                    user.homeTeam().value(),
                    profile.consents().stream().map(consent -> new GivenConsentJson(consent.tier(), consent.granted(), consent.at())).toList(),
                    user.version(), user.createdAt());
        }
    }

    record SaidJson(
            @About("Which use of your data") @Length(max = 50)
            @Matches(value = "[a-z][a-z0-9_]{0,49}", says = "lower-case letters, digits and underscores") String tier,
            @About("Whether you allow it") boolean granted) {}

    record ProfilePatchJson(
            @About("1 to 200 characters") @Kept Field<@Length(max = 200) String> fullName,
            @About("Of the IANA database, such as Europe/Lisbon") @Kept Field<@Word(Vocabulary.TIME_ZONE) String> timeZone,
            @About("A BCP 47 tag") @Kept
            Field<@Length(max = 35) @Matches(value = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", says = "a BCP 47 tag such as pt-BR") String> locale,
            @About("What you say now; tiers left out stay as they are") @Kept Field<@Entries(max = 50) List<SaidJson>> consents) {}

    record ProfilePutJson(
            @About("1 to 200 characters") @Length(max = 200) String fullName,
            @About("Of the IANA database, such as Europe/Lisbon") @Word(Vocabulary.TIME_ZONE) String timeZone,
            @About("A BCP 47 tag") @Length(max = 35)
            @Matches(value = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", says = "a BCP 47 tag such as pt-BR") String locale,
            @About("What you say now; tiers left out stay as they are") Optional<@Entries(max = 50) List<SaidJson>> consents) {}

    private static final String TAG = "identity";

    private final ProfileUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of profiles
     */
    public ProfileRoutes(ProfileUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access own = Access.needs(Permission.OWN_ACCOUNT);
        return List.of(
                Route.of(Method.GET, "/users/me", own).says(TAG, "Show the own account")
                        .answers(200, ProfileJson.class, "The account").versioned().handle(this::show),
                Route.of(Method.PATCH, "/users/me", own).says(TAG, "Change the own account")
                        .about("A change that changes nothing keeps the version. Address and password have routes of their own.")
                        .body(ProfilePatchJson.class).needsVersion().answers(200, ProfileJson.class, "As it is now").handle(this::patch),
                Route.of(Method.PUT, "/users/me", own).says(TAG, "Replace the own profile")
                        .body(ProfilePutJson.class).needsVersion().answers(200, ProfileJson.class, "As it is now").handle(this::put));
    }

    private Reply show(Call call) {
        return shown(useCases.showProfile().handle(new ShowProfile.Query(call.actor())));
    }

    private Reply patch(Call call) {
        ProfilePatchJson patch = call.body(ProfilePatchJson.class);
        return change(call, patch.fullName().over(Optional.empty()), patch.timeZone().over(Optional.empty()),
                patch.locale().over(Optional.empty()), patch.consents().over(Optional.empty()).orElse(List.of()));
    }

    private Reply put(Call call) {
        ProfilePutJson wanted = call.body(ProfilePutJson.class);
        return change(call, Optional.of(wanted.fullName()), Optional.of(wanted.timeZone()), Optional.of(wanted.locale()),
                wanted.consents().orElse(List.of()));
    }

    private Reply change(Call call, Optional<String> name, Optional<String> timeZone, Optional<String> locale, List<SaidJson> said) {
        Map<String, Boolean> consents = new LinkedHashMap<>();
        said.forEach(word -> consents.put(word.tier(), word.granted()));
        ChangeProfile.Command command = new ChangeProfile.Command(
                call.actor(), call.ifMatch().orElseThrow(), name.map(String::strip), timeZone.map(ZoneId::of), locale, consents);
        return switch (useCases.changeProfile().handle(command)) {
            case ChangeProfile.Outcome.Changed(ShowProfile.Profile profile) -> shown(profile);
        };
    }

    private static Answer shown(ShowProfile.Profile profile) {
        return Answer.ok(ProfileJson.of(profile)).version(profile.user().version());
    }
}
