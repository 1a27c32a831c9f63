package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.wallets.Charging;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ListUnlocks;
import io.tastemaker.application.wallets.OpenAccess;
import io.tastemaker.application.wallets.UnlockCreator;
import io.tastemaker.application.wallets.UnlockEmail;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens creators of the catalogue to the team, for credits or out of what the plan includes. */
public final class UnlockRoutes {

    record UnlockedCreatorJson(
            UnlockJson unlock,
            @About("What was charged; null for operators, who pay nothing") Optional<ChargeJson> charge) {}

    record UnlockedEmailJson(
            UnlockJson unlock,
            @About("The address") String email,
            @About("What was charged; null for operators, who pay nothing") Optional<ChargeJson> charge) {}

    private static final String ALL = "the newest first";

    private static final Charging.Gate RECORD = new Charging.Gate(Permission.UNLOCK_CREATORS, Action.CREATOR_UNLOCK);

    private static final Charging.Gate ADDRESS = new Charging.Gate(Permission.UNLOCK_CREATORS, Action.EMAIL_UNLOCK);

    private final UnlockUseCases useCases;
    private final WalletUseCases wallets;
    private final Charging charging;

    /**
     * Routes over use cases.
     *
     * @param useCases what unlocks
     * @param wallets for what is charged and what is open
     */
    public UnlockRoutes(UnlockUseCases useCases, WalletUseCases wallets) {
        this.useCases = useCases;
        this.wallets = wallets;
        this.charging = new Charging(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access unlocking = Access.needs(Permission.UNLOCK_CREATORS);
        return List.of(
                Route.of(Method.POST, "/creators/{creator_id}/unlock", unlocking).says("creators", "Unlock a creator")
                        .about("Opens the full record to the whole team, once; the team's own creators are open anyway.")
                        .path(CreatorRoutes.CreatorPath.class).answers(201, UnlockedCreatorJson.class, "It is open now")
                        .answers(200, UnlockedCreatorJson.class, "It was open before, and nothing was charged")
                        .charges(Action.CREATOR_UNLOCK).problems(ProblemCode.NOT_FOUND).keepsAnswers().handle(this::unlock),
                Route.of(Method.POST, "/creators/{creator_id}/email-unlock", unlocking).says("creators", "Unlock an e-mail address")
                        .about("Reveals the address to the whole team, once; the audit log says so.")
                        .path(CreatorRoutes.CreatorPath.class).answers(201, UnlockedEmailJson.class, "It is open now")
                        .answers(200, UnlockedEmailJson.class, "It was open before, and nothing was charged")
                        .charges(Action.EMAIL_UNLOCK).problems(ProblemCode.NOT_FOUND, ProblemCode.NO_EMAIL).keepsAnswers()
                        .handle(this::unlockEmail),
                Route.of(Method.GET, "/unlocks", Access.needs(Permission.READ_CREATORS)).says("creators", "List what is unlocked")
                        .about("Records and addresses of the catalogue, the newest first.").query(PageQuery.class)
                        .lists(UnlockJson.class, "What is open to the team").handle(this::list));
    }

    private Reply unlock(Call call) {
        CreatorId creator = call.path(CreatorRoutes.CreatorPath.class).id();
        UnlockCreator.Command command = new UnlockCreator.Command(
                call.actor(), creator, Charging.key(call), call.creditsMax(), call.dryRun());
        return switch (useCases.unlockCreator().handle(command)) {
            case UnlockCreator.Outcome.Own() -> own(call, RECORD, creator, UnlockJson.CREATOR, UnlockedCreatorJson::new);
            case UnlockCreator.Outcome.Asked(OpenAccess.Outcome opening) ->
                opened(call, RECORD, creator, UnlockJson.CREATOR, opening, UnlockedCreatorJson::new);
        };
    }

    private Reply unlockEmail(Call call) {
        CreatorId creator = call.path(CreatorRoutes.CreatorPath.class).id();
        UnlockEmail.Command command = new UnlockEmail.Command(call.actor(), creator, Charging.key(call), call.creditsMax(), call.dryRun());
        return switch (useCases.unlockEmail().handle(command)) {
            case UnlockEmail.Outcome.NoEmail() -> charging.unpaid(call, ADDRESS, Problem.of(ProblemCode.NO_EMAIL));
            case UnlockEmail.Outcome.Own(String email) -> own(call, ADDRESS, creator, UnlockJson.EMAIL,
                    (unlock, charge) -> new UnlockedEmailJson(unlock, email, charge));
            case UnlockEmail.Outcome.Asked(OpenAccess.Outcome opening, String email) -> opened(call, ADDRESS, creator, UnlockJson.EMAIL,
                    opening, (unlock, charge) -> new UnlockedEmailJson(unlock, email, charge));
        };
    }

    private Reply own(
            Call call, Charging.Gate gate, CreatorId creator, String kind, BiFunction<UnlockJson, Optional<ChargeJson>, Record> body) {
        return call.dryRun() ? charging.foreseenOwn(call, gate)
                : charging.own(call, gate, charge -> Answer.ok(body.apply(UnlockJson.ofOwn(creator.value(), kind), charge)));
    }

    private Reply opened(Call call, Charging.Gate gate, CreatorId creator, String kind, OpenAccess.Outcome opening,
            BiFunction<UnlockJson, Optional<ChargeJson>, Record> body) {
        return switch (opening) {
            case OpenAccess.Outcome.Opened(var access, Answered answered) -> charging.paid(call, gate, Optional.of(answered),
                    charge -> Answer.created("/creators/" + creator, body.apply(UnlockJson.of(access), charge)));
            case OpenAccess.Outcome.OpenBefore(var access, Answered answered) -> charging.paid(call, gate, Optional.of(answered),
                    charge -> Answer.ok(body.apply(UnlockJson.of(access), charge)));
            case OpenAccess.Outcome.Foreseen(Answered answered) -> charging.foreseen(call, gate, Optional.of(answered));
            case OpenAccess.Outcome.Refused(Answered answered) -> charging.refused(call, gate, answered);
            case OpenAccess.Outcome.Free() when call.dryRun() -> charging.foreseen(call, gate, Optional.empty());
            case OpenAccess.Outcome.Free() -> charging.paid(call, gate, Optional.empty(),
                    charge -> Answer.ok(body.apply(UnlockJson.ofOwn(creator.value(), kind), charge)));
        };
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(wallets.listUnlocks().handle(new ListUnlocks.Query(call.actor(), page)), ALL, UnlockJson::of);
    }
}
