package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.SeeShortlisted;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.MessageTemplateId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows what a creator would read: a template, filled with what is known of the creator and of a campaign. Nothing is sent. */
public final class PreviewMessageTemplate {

    private final Transactions transactions;
    private final MessageTemplates templates;
    private final SeeShortlisted seeShortlisted;
    private final ShowCreators showCreators;
    private final Writing writing;
    private final InstantSource clock;

    PreviewMessageTemplate(Transactions transactions, MessageTemplates templates, SeeShortlisted seeShortlisted, ShowCreators showCreators,
            Writing writing, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.seeShortlisted = seeShortlisted;
        this.showCreators = showCreators;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param template which
     * @param campaign for which campaign
     * @param creator as whom to read it
     */
    public record Query(Actor actor, MessageTemplateId template, CampaignId campaign, CreatorId creator) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * What the creator would read, with a link that leads nowhere.
         *
         * @param written the letter
         */
        record Shown(Wording.Written written) implements Outcome {}

        /** The team has no such campaign. */
        record UnknownCampaign() implements Outcome {}

        /** The team sees no such creator. */
        record UnknownCreator() implements Outcome {}
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return what came of it
     * @throws Refusal.NotFound when the team can use no such template
     */
    public Outcome handle(Query query) {
        Actor actor = query.actor();
        AccessPolicy.require(actor, Permission.READ_CAMPAIGNS);
        Optional<Creator> creator = showCreators.handle(new ShowCreators.Query(actor, List.of(query.creator()))).stream().findFirst();
        Writing.Sender sender = writing.sender(actor.team());
        return transactions.reading(actor, () -> {
            MessageTemplate template = templates.find(query.template()).orElseThrow(Refusal.NotFound::new);
            Optional<Campaign> campaign = campaign(actor, query.campaign());
            if (campaign.isEmpty()) {
                return new Outcome.UnknownCampaign();
            }
            return creator.<Outcome>map(known -> new Outcome.Shown(writing.preview(sender, campaign.get(), known, template.wording(),
                    clock.instant().plus(InvitationTerms.USUAL.life())))).orElseGet(Outcome.UnknownCreator::new);
        });
    }

    private Optional<Campaign> campaign(Actor actor, CampaignId id) {
        try {
            return Optional.of(seeShortlisted.handle(new SeeShortlisted.Query(actor, id, List.of())).campaign());
        } catch (Refusal.NotFound unknown) {
            return Optional.empty();
        }
    }
}
