package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.LaunchGap;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes a step in the life of a campaign: launches, pauses, resumes, completes or archives it. */
public final class MoveCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Events events;
    private final InstantSource clock;

    MoveCampaign(Transactions transactions, Campaigns campaigns, Events events, InstantSource clock) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who wants it
     * @param campaign which campaign
     * @param expectedVersion the version the actor saw, empty for any
     * @param step which step
     * @param reason what the actor says about it, 1 to {@value Transition#LONGEST_REASON} characters
     */
    public record Command(Actor actor, CampaignId campaign, OptionalLong expectedVersion, CampaignStep step, Optional<String> reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The step is taken and recorded.
         *
         * @param campaign the new version
         */
        record Moved(Campaign campaign) implements Outcome {}

        /**
         * From where the campaign stands, the step leads nowhere.
         *
         * @param status where it stands
         * @param allowed the steps that lead somewhere
         */
        record NotAllowed(Campaign.Status status, List<CampaignStep> allowed) implements Outcome {}

        /**
         * It cannot run yet.
         *
         * @param gaps what is missing
         */
        record Incomplete(List<LaunchGap> gaps) implements Outcome {}
    }

    /**
     * Takes the step.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign." + command.step().code(), () -> {
            Campaign current = campaigns.find(command.campaign()).orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().orElse(current.version()) != current.version()) {
                throw new Refusal.StaleVersion(current.version());
            }
            return switch (current.move(command.step(), actor.label(), command.reason(), clock.instant())) {
                case Campaign.Move.Moved(Campaign moved, Transition transition) -> keep(current, moved, transition);
                case Campaign.Move.NotAllowed(List<CampaignStep> allowed) ->
                    refused(current, new Outcome.NotAllowed(current.status(), allowed));
                case Campaign.Move.Incomplete(List<LaunchGap> gaps) -> refused(current, new Outcome.Incomplete(gaps));
            };
        });
    }

    private Outcome keep(Campaign current, Campaign moved, Transition transition) {
        if (!campaigns.replace(moved)) {
            throw new Refusal.StaleVersion(current.version());
        }
        campaigns.add(transition);
        Subject subject = Subject.of("campaign", moved.id());
        transactions.about(subject, current.traits().changesTo(moved.traits()));
        events.tell(Event.of(told(transition.step()), subject).with("status", moved.status()));
        return new Outcome.Moved(moved);
    }

    private Outcome refused(Campaign campaign, Outcome outcome) {
        transactions.refused(Subject.of("campaign", campaign.id()));
        return outcome;
    }

    private static Event.Kind told(CampaignStep step) {
        return switch (step) {
            case LAUNCH -> Event.Kind.CAMPAIGN_LAUNCHED;
            case PAUSE -> Event.Kind.CAMPAIGN_PAUSED;
            case RESUME -> Event.Kind.CAMPAIGN_RESUMED;
            case COMPLETE -> Event.Kind.CAMPAIGN_COMPLETED;
            case ARCHIVE -> Event.Kind.CAMPAIGN_ARCHIVED;
        };
    }
}
