package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.operations.MailFolder;
import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.MoveCampaign;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.operations.DeliverMail;
import io.tastemaker.application.outreach.AnswerInvitation;
import io.tastemaker.application.outreach.InviteCreators;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.wallets.UnlockEmail;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Plays how creators are won: chosen, unlocked, written to; and what they do with the letter. */
record DemoInvitations(Application application, Actor manager, PrintStream out) {

    private static final int MOST = 3;
    private static final Pattern TOKEN = Pattern.compile("/respond#(\\S+)");
    private static final Actor PROGRAM = new Actor.System("mail", TeamId.CATALOGUE);

    /** Plays it on the best of a ranking; gives those who take part. Where the list has no address, they were won by telephone. */
    List<Creator> play(Campaign campaign, RankedPage page) {
        List<Creator> known = application.creators().showCreators()
                .handle(new ShowCreators.Query(manager, page.entries().stream().map(RankedPage.Entry::id).toList()));
        List<Creator> reachable = known.stream().filter(creator -> email(creator).isPresent()).limit(MOST).toList();
        List<Creator> chosen = reachable.isEmpty() ? known.stream().limit(1).toList() : reachable;
        List<CreatorId> ids = chosen.stream().map(Creator::id).toList();
        Demo.expect(AddToShortlist.Outcome.Added.class, application.campaigns().addToShortlist()
                .handle(new AddToShortlist.Command(manager, campaign.id(), ids, "", Optional.of(page.ranking()))));
        Demo.expect(MoveCampaign.Outcome.Moved.class, application.campaigns().moveCampaign().handle(new MoveCampaign.Command(
                manager, campaign.id(), OptionalLong.empty(), CampaignStep.LAUNCH, Optional.of("agreed on Monday"))));
        out.println("  " + chosen.size() + " of them go onto the shortlist, each with the receipt of this day, and the campaign is launched.");
        if (reachable.isEmpty()) {
            out.println("  The list has no address of anybody among the best, so nobody is written to; " + chosen.getFirst().handle() + " agreed by telephone.");
            return chosen;
        }
        chosen.forEach(this::unlock);
        Demo.expect(InviteCreators.Outcome.Invited.class, application.outreach().useCases().inviteCreators().handle(new InviteCreators.Command(
                manager, campaign.id(), ids, new InviteCreators.Words.Usual(), InvitationTerms.USUAL, false)));
        List<Letter> letters = deliver();
        show(letters.getFirst());
        return answers(chosen, letters);
    }

    static Optional<String> email(Creator creator) {
        return creator.facts().value(Fact.EMAIL).filter(address -> address.contains("@"));
    }

    private void unlock(Creator creator) {
        Demo.expect(UnlockEmail.Outcome.Asked.class, application.unlocks().unlockEmail().handle(new UnlockEmail.Command(
                manager, creator.id(), OperationKey.ofClient("demo", "address of " + creator.id()), OptionalLong.empty(), false)));
        out.println("    address of " + creator.handle() + " unlocked: " + email(creator).orElseThrow());
    }

    private List<Letter> deliver() {
        while (!(application.mail().deliverMail().handle(new DeliverMail.Command(PROGRAM)) instanceof DeliverMail.Outcome.Idle)) {
            // One letter after the other.
        }
        return new MailFolder(application.settings().mailDirectory(), application.clock()).letters().stream()
                .map(MailFolder.Received::letter).toList();
    }

    private void show(Letter letter) {
        out.println("  The first letter, in the mailbox of files:");
        out.println("    | To: " + letter.to());
        out.println("    | Subject: " + letter.subject());
        letter.text().lines().limit(8).forEach(line -> out.println("    | " + line));
        out.println("    | ...");
    }

    /** The last says no, all others yes, the first of them with a question before. */
    private List<Creator> answers(List<Creator> invited, List<Letter> letters) {
        List<Creator> won = new ArrayList<>();
        for (int index = 0; index < invited.size(); index++) {
            Creator creator = invited.get(index);
            String token = token(letters, email(creator).orElseThrow());
            answer(creator, token, AnswerInvitation.Action.OPEN, Optional.empty());
            if (index == 0) {
                answer(creator, token, AnswerInvitation.Action.REPLY, Optional.of("May I keep the sample?"));
            }
            if (index > 0 && index == invited.size() - 1) {
                answer(creator, token, AnswerInvitation.Action.DECLINE, Optional.of("Not this time."));
            } else {
                answer(creator, token, AnswerInvitation.Action.ACCEPT, Optional.empty());
                won.add(creator);
            }
        }
        return won;
    }

    private static String token(List<Letter> letters, String email) {
        return letters.stream().filter(letter -> letter.to().equals(email))
                .flatMap(letter -> TOKEN.matcher(letter.text()).results().map((MatchResult link) -> link.group(1))).findFirst().orElseThrow();
    }

    private void answer(Creator creator, String token, AnswerInvitation.Action action, Optional<String> message) {
        AnswerInvitation.Outcome.Shown shown = Demo.expect(AnswerInvitation.Outcome.Shown.class, application.outreach().useCases().answerInvitation()
                .handle(new AnswerInvitation.Command(Anonymous.CALLER, token, action, message)));
        out.println("    " + creator.handle() + ": " + shown.invitation().status().code() + message.map(text -> ", \"" + text + "\"").orElse(""));
    }
}
