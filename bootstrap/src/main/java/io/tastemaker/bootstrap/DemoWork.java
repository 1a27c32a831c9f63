package io.tastemaker.bootstrap;

import io.tastemaker.application.campaigns.AddDeliverable;
import io.tastemaker.application.campaigns.EnterInBudget;
import io.tastemaker.application.campaigns.MoveDeliverable;
import io.tastemaker.application.campaigns.OpenBudgetLine;
import io.tastemaker.application.campaigns.ShowActivity;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Plays the work of a campaign: what creators hand in is looked at by somebody else, fees are paid out of the budget, and everything is told. */
record DemoWork(Application application, Actor manager, Actor colleague, PrintStream out) {

    private static final String FEE = "900.00";
    private static final String TOO_MUCH = "60000.00";
    private static final int LATEST = 6;

    void play(Campaign campaign, List<Creator> creators) {
        String currency = campaign.brief().budget().orElseThrow().currency().getCurrencyCode();
        BudgetLine fees = Demo.expect(OpenBudgetLine.Outcome.Opened.class, application.working().useCases().openBudgetLine()
                .handle(new OpenBudgetLine.Command(manager, campaign.id(), BudgetLine.Category.CREATOR_FEES, "Creators"))).line();
        enter(campaign.id(), fees, BudgetEntry.Kind.COMMIT, Money.of(TOO_MUCH, currency));
        for (Creator creator : creators) {
            enter(campaign.id(), fees, BudgetEntry.Kind.COMMIT, Money.of(FEE, currency));
            deliver(campaign.id(), creator, creator == creators.getFirst());
            enter(campaign.id(), fees, BudgetEntry.Kind.SPEND, Money.of(FEE, currency));
        }
        out.println("  The log of the campaign, the latest first:");
        application.working().useCases().showActivity().handle(new ShowActivity.Query(manager, campaign.id(), PageRequest.first(LATEST))).items()
                .forEach(deed -> out.println("    " + deed.text()));
    }

    private void enter(CampaignId campaign, BudgetLine line, BudgetEntry.Kind kind, Money amount) {
        EnterInBudget.Outcome outcome = application.working().useCases().enterInBudget()
                .handle(new EnterInBudget.Command(manager, campaign, line.id(), kind, amount, "fee", false));
        out.printf("    budget: %-7s %13s  %s%n", kind.code(), amount, switch (outcome) {
            case EnterInBudget.Outcome.Entered(BudgetEntry entry, var budget) -> budget.used().orElseThrow() + " of " + budget.limit().orElseThrow() + " used";
            case EnterInBudget.Outcome.OverBudget(Money limit, Money now, Money then) -> "refused: that would be " + then + " of " + limit;
            case EnterInBudget.Outcome other -> throw new IllegalStateException("the demo stays within its means: " + other);
        });
    }

    private void deliver(CampaignId campaign, Creator creator, boolean triesTwice) {
        Deliverable.Work work = new Deliverable.Work(Deliverable.Type.REEL, "Reel of " + creator.handle().name(), Optional.of(creator.id()), Optional.empty());
        Deliverable reel = Demo.expect(AddDeliverable.Outcome.Added.class,
                application.working().useCases().addDeliverable().handle(new AddDeliverable.Command(manager, campaign, work))).deliverable();
        ProofLink proof = new ProofLink("https://www.example.com/" + creator.handle().name());
        move(manager, reel, new Deliverable.Move.Submit(proof));
        if (triesTwice) {
            move(manager, reel, new Deliverable.Move.Approve());
            move(colleague, reel, new Deliverable.Move.Reject("The bottle is not to be seen."));
            move(manager, reel, new Deliverable.Move.Submit(proof));
        }
        move(colleague, reel, new Deliverable.Move.Approve());
    }

    private void move(Actor actor, Deliverable reel, Deliverable.Move move) {
        MoveDeliverable.Outcome outcome = application.working().useCases().moveDeliverable()
                .handle(new MoveDeliverable.Command(actor, reel.campaign(), reel.id(), OptionalLong.empty(), move));
        out.printf("    %s, %s: %s%n", reel.work().title(), move.step().code(), switch (outcome) {
            case MoveDeliverable.Outcome.Moved(Deliverable moved) -> moved.state().code();
            case MoveDeliverable.Outcome.OwnWork() -> "refused: nobody approves what they handed in themselves";
            case MoveDeliverable.Outcome other -> throw new IllegalStateException("the demo takes no other step: " + other);
        });
    }
}
