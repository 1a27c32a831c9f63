package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.campaigns.BudgetRoutes;
import io.tastemaker.adapters.http.campaigns.CollaboratorRoutes;
import io.tastemaker.adapters.http.campaigns.CommentRoutes;
import io.tastemaker.adapters.http.campaigns.DeliverableRoutes;
import io.tastemaker.adapters.http.campaigns.MilestoneRoutes;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.persistence.campaigns.JooqBudgets;
import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.campaigns.JooqCollaborators;
import io.tastemaker.adapters.persistence.campaigns.JooqComments;
import io.tastemaker.adapters.persistence.campaigns.JooqDeliverables;
import io.tastemaker.adapters.persistence.campaigns.JooqMilestones;
import io.tastemaker.adapters.persistence.campaigns.JooqShortlists;
import io.tastemaker.adapters.persistence.campaigns.JooqWorkRulebooks;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The work of campaigns, wired. */
final class Working {

    private final WorkUseCases useCases;
    private final InstantSource clock;

    Working(JooqTransactions transactions, Events events, AuditUseCases audit, TeamUseCases teams, Ids ids, InstantSource clock) {
        this.clock = clock;
        WorkUseCases.Rows rows = new WorkUseCases.Rows(new JooqCampaigns(transactions), new JooqShortlists(transactions),
                new JooqDeliverables(transactions), new JooqMilestones(transactions), new JooqBudgets(transactions),
                new JooqCollaborators(transactions), new JooqComments(transactions), new JooqWorkRulebooks(transactions));
        this.useCases = new WorkUseCases(transactions, rows, events, audit.listDeeds(), teams.nameMembers(), ids, clock);
    }

    WorkUseCases useCases() {
        return useCases;
    }

    List<Route> routes() {
        return Stream.of(new DeliverableRoutes(useCases, clock).routes(), new MilestoneRoutes(useCases, clock).routes(),
                        new BudgetRoutes(useCases).routes(), new CollaboratorRoutes(useCases).routes(), new CommentRoutes(useCases).routes())
                .flatMap(List::stream).toList();
    }
}
