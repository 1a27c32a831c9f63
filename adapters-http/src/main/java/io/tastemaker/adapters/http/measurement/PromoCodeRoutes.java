package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.measurement.ArchivePromoCode;
import io.tastemaker.application.measurement.CreatePromoCode;
import io.tastemaker.application.measurement.ListPromoCodes;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PromoCodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Promo codes. */
public final class PromoCodeRoutes {

    record CodePath(@About("The campaign") UUID campaignId, @About("The code's id") UUID promoCodeId) {}

    record NewPromoCodeJson(
            @About("Unique within the team; kept in upper case")
            @Matches(value = "[A-Za-z0-9_-]{3,40}", says = "3 to 40 letters, digits, hyphens and underscores") String code,
            @About("Who spreads it; on the shortlist") Optional<UUID> creatorId,
            @About("What it gives, in the shop's words") Optional<@Length(min = 0, max = 200) String> discount,
            @About("Its first day, in UTC") Optional<LocalDate> validFrom,
            @About("Its last day, in UTC") Optional<LocalDate> validTo) {

        /** Checks the order of the days. */
        NewPromoCodeJson {
            if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
                throw new IllegalArgumentException("valid_to is before valid_from");
            }
        }
    }

    record PromoCodeJson(
            UUID id,
            String code,
            Optional<UUID> creatorId,
            String discount,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            String createdBy,
            Instant createdAt,
            @About("Since when it is not good any more; null while it is") Optional<Instant> archivedAt) {

        static PromoCodeJson of(PromoCode code) {
            return new PromoCodeJson(code.id().value(), code.code(), code.creator().map(CreatorId::value), code.discount(), code.validFrom(),
                    code.validTo(), code.createdBy(), code.createdAt(), code.archivedAt());
        }
    }

    private static final String ALL = "all";

    private final MeasurementUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public PromoCodeRoutes(MeasurementUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access writing = Access.needs(Permission.WRITE_CAMPAIGNS);
        return List.of(
                Route.of(Method.GET, "/campaigns/{campaign_id}/promo-codes", reading).says("campaign measurement", "List promo codes")
                        .about("The newest first, archived ones too.").path(CampaignPath.class).query(PageQuery.class)
                        .lists(PromoCodeJson.class, "The campaign's codes").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/campaigns/{campaign_id}/promo-codes", writing).says("campaign measurement", "Make a promo code known")
                        .about("Orders that name it count for its creator.").path(CampaignPath.class).body(NewPromoCodeJson.class)
                        .answers(201, PromoCodeJson.class, "The code")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS, ProblemCode.STATE_CONFLICT).repeatable().handle(this::create),
                Route.of(Method.DELETE, "/campaigns/{campaign_id}/promo-codes/{promo_code_id}", writing)
                        .says("campaign measurement", "Archive a promo code")
                        .about("Later orders cannot have used it; those that did go on counting. Doing it twice changes nothing.")
                        .path(CodePath.class).answersNothing("It is archived").problems(ProblemCode.NOT_FOUND).handle(this::archive));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ListPromoCodes.Query wanted = new ListPromoCodes.Query(call.actor(), call.path(CampaignPath.class).id(), page);
        return call.page(useCases.listPromoCodes().handle(wanted), ALL, PromoCodeJson::of);
    }

    private Reply create(Call call) {
        NewPromoCodeJson wanted = call.body(NewPromoCodeJson.class);
        CreatePromoCode.Command command = new CreatePromoCode.Command(call.actor(), call.path(CampaignPath.class).id(), wanted.code(),
                wanted.creatorId().map(CreatorId::new), wanted.discount().orElse(""), wanted.validFrom(), wanted.validTo());
        return switch (useCases.createPromoCode().handle(command)) {
            case CreatePromoCode.Outcome.Created(PromoCode code) -> 
                Answer.created("/campaigns/" + code.campaign() + "/promo-codes", PromoCodeJson.of(code));
            case CreatePromoCode.Outcome.Taken() -> Problem.of(ProblemCode.ALREADY_EXISTS, "The team has this code, here or in another campaign.");
            case CreatePromoCode.Outcome.NotListed() -> Problem.invalid("#/creator_id", "the creator is not on the shortlist");
            case CreatePromoCode.Outcome.TooMany() -> InputFaults.full("promo codes", PromoCode.MOST);
            case CreatePromoCode.Outcome.Closed(Campaign.Status status) -> InputFaults.closed(status);
        };
    }

    private Reply archive(Call call) {
        CodePath path = call.path(CodePath.class);
        ArchivePromoCode.Command command =
                new ArchivePromoCode.Command(call.actor(), new CampaignId(path.campaignId()), new PromoCodeId(path.promoCodeId()));
        return switch (useCases.archivePromoCode().handle(command)) {
            case ArchivePromoCode.Outcome.Archived() -> Answer.noContent();
        };
    }
}
