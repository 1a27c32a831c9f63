package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.JsonText;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.EraseAccount;
import io.tastemaker.application.identity.ExportPersonalData;
import io.tastemaker.application.identity.ProfileUseCases;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.application.identity.out.PersonalData.Holding;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a person may ask of who keeps its data: to be handed them, and to be erased. */
public final class PersonalDataRoutes {

    record HoldingJson(
            @About("Where it is kept") String table,
            @About("Each row as it is kept, without hashes, keys and other secrets") List<Object> rows,
            @About("false when there are more rows than are handed out") boolean complete) {

        static HoldingJson of(Holding holding) {
            return new HoldingJson(holding.table(), holding.rows().stream().map(JsonText::read).toList(), holding.complete());
        }
    }

    record TeamHoldingsJson(@About("Which team") UUID teamId, @About("What is kept there") List<HoldingJson> holdings) {}

    record ExportJson(
            UUID userId,
            Instant exportedAt,
            @About("What is kept outside of teams") List<HoldingJson> account,
            @About("What is kept in each team you work or worked in") List<TeamHoldingsJson> teams) {

        static ExportJson of(ExportPersonalData.Outcome.Exported exported) {
            List<TeamHoldingsJson> teams = exported.teams().entrySet().stream()
                    .map(team -> new TeamHoldingsJson(team.getKey().value(), team.getValue().stream().map(HoldingJson::of).toList()))
                    .sorted(Comparator.comparing(TeamHoldingsJson::teamId))
                    .toList();
            return new ExportJson(exported.user().id().value(), exported.at(), exported.account().stream().map(HoldingJson::of).toList(), teams);
        }
    }

    record ErasureJson(
            @About("The word erase, so that nothing is erased by mistake") @OneOf({"erase"}) String confirm,
            @About("The password of the account; not needed of one without") Optional<@Length(min = 0, max = 1_000) String> password) {
        @Override
        public String toString() {
            return "ErasureJson[]";
        }
    }

    record CertificateJson(
            @About("Names the erasure") UUID requestId,
            @About("Who it was; names nobody any more") UUID userId,
            Instant requestedAt,
            Optional<Instant> completedAt) {

        static CertificateJson of(Erasure erasure) {
            return new CertificateJson(erasure.id(), erasure.user().value(), erasure.requestedAt(), erasure.completedAt());
        }
    }

    private final ProfileUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of profiles
     */
    public PersonalDataRoutes(ProfileUseCases useCases) {
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
                Route.of(Method.POST, "/data-exports", own).says("identity", "Hand out all data about oneself")
                        .about("Every table is looked through that can name a person. That it was handed out is recorded.")
                        .answers(200, ExportJson.class, "The data").handle(this::export),
                Route.of(Method.POST, "/erasure-requests", own).says("identity", "Erase oneself")
                        .about("Erases the account, what is the person's own in teams, and the teams where nobody else is, at once and for "
                                + "good. The audit log stays valid: it names people by ids alone, and this id names nobody from then on.")
                        .body(ErasureJson.class).answers(200, CertificateJson.class, "It is done")
                        .problems(ProblemCode.STATE_CONFLICT, ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE).handle(this::erase));
    }

    private Reply export(Call call) {
        return switch (useCases.exportPersonalData().handle(new ExportPersonalData.Command(call.actor()))) {
            case ExportPersonalData.Outcome.Exported exported -> Answer.ok(ExportJson.of(exported));
        };
    }

    private Reply erase(Call call) {
        EraseAccount.Command command =
                new EraseAccount.Command(call.actor(), call.body(ErasureJson.class).password(), AccountRoutes.source(call));
        return switch (useCases.eraseAccount().handle(command)) {
            case EraseAccount.Outcome.Erased(Erasure certificate) -> Answer.ok(CertificateJson.of(certificate));
            case EraseAccount.Outcome.WrongPassword() -> Problem.invalid("#/password", "is not the password of the account");
            case EraseAccount.Outcome.OwnsTeams(Set<TeamId> teams) -> Problem.conflict(
                            "Others work in teams you own: hand them on, or delete them, first.", "owner", List.of("transfer", "delete"))
                    .with("teams", teams.stream().map(TeamId::toString).sorted().toList());
        };
    }
}
