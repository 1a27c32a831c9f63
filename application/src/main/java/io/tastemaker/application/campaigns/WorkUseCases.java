package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Collaborators;
import io.tastemaker.application.campaigns.out.Comments;
import io.tastemaker.application.campaigns.out.Deliverables;
import io.tastemaker.application.campaigns.out.Milestones;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.campaigns.out.WorkRulebooks;
import io.tastemaker.application.identity.NameMembers;
import io.tastemaker.application.operations.ListDeeds;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done in the work of campaigns.
 *
 * @param addDeliverable plans a piece of work
 * @param listDeliverables lists what is planned
 * @param showDeliverable shows one
 * @param moveDeliverable takes a step with one
 * @param removeDeliverable removes one
 * @param addMilestone sets a milestone
 * @param listMilestones lists them
 * @param showMilestone shows one
 * @param changeMilestone changes one
 * @param removeMilestone removes one
 * @param showBudget shows the budget
 * @param openBudgetLine opens a line in it
 * @param listBudgetLines lists the lines
 * @param showBudgetLine shows one
 * @param changeBudgetLine names one anew
 * @param removeBudgetLine removes one
 * @param enterInBudget moves money
 * @param listBudgetEntries lists what moved
 * @param addCollaborator gives somebody a right
 * @param listCollaborators lists who has one
 * @param removeCollaborator takes one away
 * @param showWorkRules shows what holds
 * @param changeWorkRules changes what holds
 * @param writeComment says something
 * @param listComments lists what was said
 * @param showComment shows one comment
 * @param editComment edits one
 * @param removeComment removes one
 * @param showActivity tells what happened
 */
public record WorkUseCases(
        AddDeliverable addDeliverable,
        ListDeliverables listDeliverables,
        ShowDeliverable showDeliverable,
        MoveDeliverable moveDeliverable,
        RemoveDeliverable removeDeliverable,
        AddMilestone addMilestone,
        ListMilestones listMilestones,
        ShowMilestone showMilestone,
        ChangeMilestone changeMilestone,
        RemoveMilestone removeMilestone,
        ShowBudget showBudget,
        OpenBudgetLine openBudgetLine,
        ListBudgetLines listBudgetLines,
        ShowBudgetLine showBudgetLine,
        ChangeBudgetLine changeBudgetLine,
        RemoveBudgetLine removeBudgetLine,
        EnterInBudget enterInBudget,
        ListBudgetEntries listBudgetEntries,
        AddCollaborator addCollaborator,
        ListCollaborators listCollaborators,
        RemoveCollaborator removeCollaborator,
        ShowWorkRules showWorkRules,
        ChangeWorkRules changeWorkRules,
        WriteComment writeComment,
        ListComments listComments,
        ShowComment showComment,
        EditComment editComment,
        RemoveComment removeComment,
        ShowActivity showActivity) {

    /**
     * Where it is kept.
     *
     * @param campaigns the campaigns
     * @param shortlists who is on their shortlists
     * @param deliverables their deliverables
     * @param milestones their milestones
     * @param budgets the lines and entries of their budgets
     * @param collaborators who works on them
     * @param comments what was said to them
     * @param rulebooks what holds in them
     */
    public record Rows(Campaigns campaigns, Shortlists shortlists, Deliverables deliverables, Milestones milestones, Budgets budgets,
            Collaborators collaborators, Comments comments, WorkRulebooks rulebooks) {}

    /** Builds them from the driven ports and the use cases of other contexts. */
    @Inject
    public WorkUseCases(
            Transactions transactions, Rows rows, Events events, ListDeeds listDeeds, NameMembers nameMembers, Ids ids, InstantSource clock) {
        this(transactions, new WorkGate(transactions, rows.campaigns(), rows.collaborators()), rows, events, listDeeds, nameMembers, ids, clock);
    }

    private WorkUseCases(Transactions transactions, WorkGate gate, Rows rows, Events events, ListDeeds listDeeds, NameMembers nameMembers,
            Ids ids, InstantSource clock) {
        this(new AddDeliverable(transactions, gate, rows.deliverables(), rows.shortlists(), ids, clock),
                new ListDeliverables(transactions, gate, rows.deliverables()), new ShowDeliverable(transactions, gate, rows.deliverables()),
                new MoveDeliverable(transactions, gate, rows.deliverables(), rows.shortlists(), rows.rulebooks(), events, clock),
                new RemoveDeliverable(transactions, gate, rows.deliverables()), new AddMilestone(transactions, gate, rows.milestones(), ids, clock),
                new ListMilestones(transactions, gate, rows.milestones()), new ShowMilestone(transactions, gate, rows.milestones()),
                new ChangeMilestone(transactions, gate, rows.milestones(), clock), new RemoveMilestone(transactions, gate, rows.milestones()),
                new ShowBudget(transactions, gate, rows.budgets()), new OpenBudgetLine(transactions, gate, rows.budgets(), ids, clock),
                new ListBudgetLines(transactions, gate, rows.budgets()), new ShowBudgetLine(transactions, gate, rows.budgets()),
                new ChangeBudgetLine(transactions, gate, rows.budgets()), new RemoveBudgetLine(transactions, gate, rows.budgets()),
                new EnterInBudget(transactions, gate, rows.budgets(), clock), new ListBudgetEntries(transactions, gate, rows.budgets()),
                new AddCollaborator(transactions, gate, rows.collaborators(), nameMembers, clock),
                new ListCollaborators(transactions, gate, rows.collaborators(), nameMembers),
                new RemoveCollaborator(transactions, gate, rows.collaborators()), new ShowWorkRules(transactions, gate, rows.rulebooks()),
                new ChangeWorkRules(transactions, gate, rows.rulebooks()),
                new WriteComment(transactions, gate, rows.comments(), rows.deliverables(), ids, clock),
                new ListComments(transactions, gate, rows.comments()), new ShowComment(transactions, gate, rows.comments()),
                new EditComment(transactions, gate, rows.comments(), clock), new RemoveComment(transactions, gate, rows.comments()),
                new ShowActivity(transactions, gate, listDeeds, nameMembers));
    }
}
