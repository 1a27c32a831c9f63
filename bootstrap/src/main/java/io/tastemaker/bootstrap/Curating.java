package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.lists.ListItemRoutes;
import io.tastemaker.adapters.http.lists.ListRoutes;
import io.tastemaker.adapters.http.lists.ListSharingRoutes;
import io.tastemaker.adapters.http.lists.ListTemplateRoutes;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.persistence.lists.JooqListCollaborators;
import io.tastemaker.adapters.persistence.lists.JooqListItems;
import io.tastemaker.adapters.persistence.lists.JooqListTemplates;
import io.tastemaker.adapters.persistence.lists.JooqTeamLists;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.shared.out.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Lists of creators, wired. */
final class Curating {

    private final ListUseCases useCases;
    private final ListUseCases.Others others;

    Curating(JooqTransactions transactions, ListUseCases.Others others, Ids ids, InstantSource clock) {
        this.others = others;
        ListUseCases.Stores stores = new ListUseCases.Stores(new JooqTeamLists(transactions), new JooqListItems(transactions),
                new JooqListCollaborators(transactions), new JooqListTemplates(transactions));
        this.useCases = new ListUseCases(transactions, stores, others, ids, clock);
    }

    ListUseCases useCases() {
        return useCases;
    }

    List<Route> routes() {
        return Stream.of(new ListRoutes(useCases).routes(), new ListItemRoutes(useCases, others.creators(), others.wallets()).routes(),
                new ListSharingRoutes(useCases).routes(), new ListTemplateRoutes(useCases).routes()).flatMap(List::stream).toList();
    }
}
