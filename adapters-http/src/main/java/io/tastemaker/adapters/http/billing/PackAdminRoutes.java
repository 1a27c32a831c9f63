package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.billing.AddTopUpPack;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.ListTopUpPacks;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.TopUpPack;
import io.tastemaker.domain.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Packs of credits for operators. */
public final class PackAdminRoutes {

    record NewTopUpPackJson(
            @About("One that is new is added") @Matches(value = "[a-z][a-z0-9_-]{0,49}", says = "a key such as credits-500") String key,
            @Between(min = "1", max = "1000000000") long credits,
            @About("What it costs without discounts, more than 0 and at most 999999.99") MoneyJson price,
            @About("How many days the credits last from the payment on; absent for ever")
            Optional<@Between(min = "1", max = "3650") Integer> validDays,
            @About("Whether it can be bought") @Default("true") boolean onSale) {}

    record TopUpPackJson(
            String key,
            int version,
            long credits,
            @About("What it costs without discounts") MoneyJson price,
            @About("How many days the credits last from the payment on; null for ever") Optional<Integer> validDays,
            @About("Whether it can be bought") boolean onSale) {
        static TopUpPackJson of(TopUpPack pack) {
            return new TopUpPackJson(pack.key(), pack.version(), pack.credits(), MoneyJson.of(pack.price()), OrderJson.boxed(pack.validDays()),
                    pack.onSale());
        }
    }

    private final BillingUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public PackAdminRoutes(BillingUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access operating = Access.needs(Permission.OPERATE);
        return List.of(
                Route.of(Method.GET, "/admin/top-up-packs", operating).says("billing", "List all packs of credits")
                        .about("Those that are not on sale, too.").lists(TopUpPackJson.class, "The newest version of each, the smallest first")
                        .handle(this::list),
                Route.of(Method.POST, "/admin/top-up-packs", operating).says("billing", "Add a pack of credits or a version of one")
                        .about("What was ordered before keeps its version.").body(NewTopUpPackJson.class)
                        .answers(201, TopUpPackJson.class, "It counts from now on").problems(ProblemCode.STATE_CONFLICT).repeatable()
                        .handle(this::add));
    }

    private Reply list(Call call) {
        List<TopUpPack> packs = useCases.listTopUpPacks().handle(new ListTopUpPacks.Query(call.actor()));
        return call.page(new Page<>(packs, Optional.empty()), "", TopUpPackJson::of);
    }

    private Reply add(Call call) {
        NewTopUpPackJson pack = call.body(NewTopUpPackJson.class);
        if (!Wanted.canBePaid(pack.price().money())) {
            return Problem.of(List.of(Wanted.fault("price", Wanted.PAYABLE)));
        }
        AddTopUpPack.Command command = new AddTopUpPack.Command(call.actor(), pack.key(), pack.credits(), pack.price().money(),
                pack.validDays().map(OptionalInt::of).orElseGet(OptionalInt::empty), pack.onSale());
        return switch (useCases.addTopUpPack().handle(command)) {
            case AddTopUpPack.Outcome.Added(TopUpPack added) -> Answer.created("/billing/top-up-packs", TopUpPackJson.of(added));
            case AddTopUpPack.Outcome.Outrun() ->
                Problem.conflict("Somebody added a version at the same moment. Look at it and try again.", "changed", List.of());
        };
    }
}
