package io.tastemaker.application.lists;

import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.WalletUseCases;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with lists of creators.
 *
 * @param createList makes one
 * @param showList shows one
 * @param listLists lists them
 * @param changeList changes what is said of one
 * @param deleteList deletes one
 * @param duplicateList makes a second one of the same creators
 * @param addToList puts creators on one
 * @param showListItems shows who is on one
 * @param findReadableLists says which of some may be read
 * @param changeListItem changes what is said about a creator on one, or where it stands
 * @param removeFromList takes a creator off
 * @param listListCollaborators lists with whom one is shared
 * @param shareList shares one
 * @param changeListCollaborator changes how it is shared
 * @param unshareList ends that
 * @param showListActivity shows what was done with one
 * @param showListPerformance adds one up
 * @param createListTemplate makes a template
 * @param listListTemplates lists the templates
 * @param showListTemplate shows a template
 * @param replaceListTemplate replaces a template
 * @param deleteListTemplate deletes a template
 */
public record ListUseCases(
        CreateList createList,
        ShowList showList,
        ListLists listLists,
        ChangeList changeList,
        DeleteList deleteList,
        DuplicateList duplicateList,
        AddToList addToList,
        ShowListItems showListItems,
        FindReadableLists findReadableLists,
        ChangeListItem changeListItem,
        RemoveFromList removeFromList,
        ListListCollaborators listListCollaborators,
        ShareList shareList,
        ChangeListCollaborator changeListCollaborator,
        UnshareList unshareList,
        ShowListActivity showListActivity,
        ShowListPerformance showListPerformance,
        CreateListTemplate createListTemplate,
        ListListTemplates listListTemplates,
        ShowListTemplate showListTemplate,
        ReplaceListTemplate replaceListTemplate,
        DeleteListTemplate deleteListTemplate) {

    /**
     * Where lists are kept.
     *
     * @param lists the lists themselves
     * @param items who is on them
     * @param collaborators with whom they are shared
     * @param templates what they begin as
     */
    public record Stores(TeamLists lists, ListItems items, ListCollaborators collaborators, ListTemplates templates) {
        ListDoor door() {
            return new ListDoor(lists, items, collaborators);
        }
    }

    /**
     * What others can do that lists need.
     *
     * @param creators shows creators
     * @param matching shows rankings again
     * @param wallets knows what is open to a team
     * @param teams knows who is in it
     * @param audit knows what was done
     */
    public record Others(CreatorUseCases creators, MatchingUseCases matching, WalletUseCases wallets, TeamUseCases teams, AuditUseCases audit) {
        Choosing choosing() {
            return new Choosing(creators.showCreators(), matching.replayRanking());
        }
    }

    /** Builds them from the driven ports and the use cases of others. */
    @Inject
    public ListUseCases(Transactions transactions, Stores stores, Others others, Ids ids, InstantSource clock) {
        this(transactions, stores, others, ids, clock, stores.door(), new Filling(stores.items(), clock), others.choosing());
    }

    private ListUseCases(Transactions transactions, Stores stores, Others others, Ids ids, InstantSource clock, ListDoor door, Filling filling,
            Choosing choosing) {
        this(new CreateList(transactions, stores.lists(), stores.templates(), filling, choosing, others.wallets().checkFeature(), ids, clock),
                new ShowList(transactions, door), new ListLists(transactions, stores.lists(), door),
                new ChangeList(transactions, stores.lists(), door, clock), new DeleteList(transactions, stores.lists(), door),
                new DuplicateList(transactions, stores.lists(), stores.items(), door, others.wallets().checkFeature(), ids, clock),
                new AddToList(transactions, door, filling, choosing), new ShowListItems(transactions, stores.items(), door),
                new FindReadableLists(transactions, stores.lists(), door), new ChangeListItem(transactions, stores.lists(), stores.items(), door),
                new RemoveFromList(transactions, stores.items(), door),
                new ListListCollaborators(transactions, stores.collaborators(), door),
                new ShareList(transactions, stores.collaborators(), door, others.teams().findMember(), clock),
                new ChangeListCollaborator(transactions, stores.collaborators(), door),
                new UnshareList(transactions, stores.collaborators(), door),
                new ShowListActivity(transactions, door, others.audit().listDeeds()),
                new ShowListPerformance(transactions, stores.items(), door, others.creators().showCreators(), others.wallets().findOpenRights()),
                new CreateListTemplate(transactions, stores.templates(), ids, clock), new ListListTemplates(transactions, stores.templates()),
                new ShowListTemplate(transactions, stores.templates()), new ReplaceListTemplate(transactions, stores.templates(), clock),
                new DeleteListTemplate(transactions, stores.templates()));
    }
}
