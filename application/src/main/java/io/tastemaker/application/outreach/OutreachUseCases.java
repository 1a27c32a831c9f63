package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.ShortlistUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.operations.LetterHandler;
import io.tastemaker.application.outreach.out.InvitationMessages;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.outreach.out.ResponseLinks;
import io.tastemaker.application.outreach.out.Suppressions;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done to win creators for a campaign.
 *
 * @param inviteCreators invites creators of a shortlist
 * @param listInvitations lists invitations
 * @param showInvitation shows one
 * @param resendInvitation sends one once more
 * @param withdrawInvitation takes one back
 * @param listInvitationMessages lists what was written about one
 * @param writeToCreator writes to the creator
 * @param answerInvitation what the creator does
 * @param stopLetters never writes to somebody again
 * @param attendInvitations writes reminders and ends what is over
 * @param createMessageTemplate keeps a text
 * @param listMessageTemplates lists the texts
 * @param showMessageTemplate shows one
 * @param changeMessageTemplate changes one
 * @param deleteMessageTemplate deletes one
 * @param previewMessageTemplate shows what a creator would read
 * @param findAddress finds where somebody can be written to
 * @param suppressAddress notes that nobody writes to an address again
 * @param letterHandler hears which letters cannot be delivered, for the senders
 */
public record OutreachUseCases(
        InviteCreators inviteCreators,
        ListInvitations listInvitations,
        ShowInvitation showInvitation,
        ResendInvitation resendInvitation,
        WithdrawInvitation withdrawInvitation,
        ListInvitationMessages listInvitationMessages,
        WriteToCreator writeToCreator,
        AnswerInvitation answerInvitation,
        StopLetters stopLetters,
        AttendInvitations attendInvitations,
        CreateMessageTemplate createMessageTemplate,
        ListMessageTemplates listMessageTemplates,
        ShowMessageTemplate showMessageTemplate,
        ChangeMessageTemplate changeMessageTemplate,
        DeleteMessageTemplate deleteMessageTemplate,
        PreviewMessageTemplate previewMessageTemplate,
        FindAddress findAddress,
        SuppressAddress suppressAddress,
        LetterHandler letterHandler) {

    /**
     * The rows that outreach keeps.
     *
     * @param invitations the invitations
     * @param links the links in their letters
     * @param messages what was written about them
     * @param templates the texts
     * @param suppressions to whom nobody writes again
     */
    public record Rows(Invitations invitations, ResponseLinks links, InvitationMessages messages, MessageTemplates templates,
            Suppressions suppressions) {}

    /** Builds them from the driven ports and the use cases of shortlists, creators, wallets and teams. */
    @Inject
    public OutreachUseCases(
            Rows rows,
            Transactions transactions,
            Outbox outbox,
            Events events,
            ShortlistUseCases shortlists,
            CreatorUseCases creators,
            WalletUseCases wallets,
            TeamUseCases teams,
            PublicUrl publicUrl,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(rows, transactions, events, shortlists, creators, new Addresses(wallets.findOpenRights(), rows.suppressions()),
                new Writing(rows.links(), outbox, tokens, teams.showTeam(), publicUrl),
                new InvitationSteps(transactions, rows.invitations(), shortlists.moveShortlisted(), events), ids, clock);
    }

    private OutreachUseCases(
            Rows rows,
            Transactions transactions,
            Events events,
            ShortlistUseCases shortlists,
            CreatorUseCases creators,
            Addresses addresses,
            Writing writing,
            InvitationSteps steps,
            Ids ids,
            InstantSource clock) {
        this(new InviteCreators(transactions, rows.invitations(), rows.templates(), events, shortlists.seeShortlisted(),
                        shortlists.moveShortlisted(), creators.showCreators(), addresses, writing, ids, clock),
                new ListInvitations(transactions, rows.invitations(), shortlists.seeShortlisted()),
                new ShowInvitation(transactions, rows.invitations()),
                new ResendInvitation(transactions, rows.invitations(),
                        new Correspondence(shortlists.seeShortlisted(), creators.showCreators(), addresses, writing, steps), clock),
                new WithdrawInvitation(transactions, rows.invitations(), steps, clock),
                new ListInvitationMessages(transactions, rows.invitations(), rows.messages()),
                new WriteToCreator(transactions, rows.invitations(), rows.messages(), shortlists.seeShortlisted(), addresses, writing, ids, clock),
                new AnswerInvitation(transactions, rows.invitations(), rows.links(), rows.messages(), shortlists.seeShortlisted(), writing, steps,
                        ids, clock),
                new StopLetters(transactions, rows.invitations(), rows.links(), rows.suppressions(), steps, clock),
                new AttendInvitations(transactions, rows.invitations(),
                        new Correspondence(shortlists.seeShortlisted(), creators.showCreators(), addresses, writing, steps), steps, clock),
                new CreateMessageTemplate(transactions, rows.templates(), ids, clock), new ListMessageTemplates(transactions, rows.templates()),
                new ShowMessageTemplate(transactions, rows.templates()), new ChangeMessageTemplate(transactions, rows.templates(), clock),
                new DeleteMessageTemplate(transactions, rows.templates()),
                new PreviewMessageTemplate(transactions, rows.templates(), shortlists.seeShortlisted(), creators.showCreators(), writing, clock),
                new FindAddress(transactions, creators.showCreators(), addresses), new SuppressAddress(rows.suppressions(), clock),
                new BouncedInvitations(transactions, rows.invitations(), steps, clock));
    }
}
