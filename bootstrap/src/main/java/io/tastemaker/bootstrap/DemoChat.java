package io.tastemaker.bootstrap;

import io.tastemaker.application.briefing.MakeCampaign;
import io.tastemaker.application.briefing.Say;
import io.tastemaker.application.briefing.StartConversation;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.ChatId;
import java.io.PrintStream;
import java.util.List;

/** Plays how a campaign is briefed: somebody says what is wanted, and the program says what it understood and what it lacks. */
record DemoChat(Application application, Actor actor, PrintStream out) {

    private static final String INDENT = " ".repeat(15);

    /** Says all of it, and makes the draft a campaign, which is matched at once. */
    MakeCampaign.Outcome.Made play(List<String> messages, int shown) {
        StartConversation.Outcome.Started started = Demo.expect(StartConversation.Outcome.Started.class,
                application.briefing().useCases().startConversation().handle(new StartConversation.Command(actor)));
        ChatId chat = started.conversation().id();
        print("Tastemaker", started.greeting().text());
        for (String message : messages) {
            print("you", message);
            print("Tastemaker", Demo.expect(Say.Outcome.Answered.class,
                    application.briefing().useCases().say().handle(new Say.Command(actor, chat, message))).answer().text());
        }
        MakeCampaign.Outcome.Made made = Demo.expect(MakeCampaign.Outcome.Made.class, application.briefing().useCases().makeCampaign()
                .handle(new MakeCampaign.Command(actor, chat, shown, PayForRanking.Terms.ANY)));
        out.println("  It is a campaign now, \"" + made.campaign().name() + "\", and matched.");
        return made;
    }

    private void print(String who, String text) {
        out.printf("  %11s: %s%n", who, text.strip().replace("\n", "\n" + INDENT));
    }
}
