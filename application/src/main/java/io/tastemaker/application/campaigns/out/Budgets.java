package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.DaySpending;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** The lines and entries of campaigns' budgets, which go with their campaign. Runs inside a transaction of the caller. */
public interface Budgets {

    /**
     * Keeps everybody else from a campaign's budget, and from what its brief allows, until the transaction ends. What is read afterwards
     * stays as it is.
     *
     * @param campaign the campaign; one that the bound team does not have is no fault
     */
    void hold(CampaignId campaign);

    /**
     * Adds a line.
     *
     * @param line version 1, of a campaign of the bound team
     */
    void add(BudgetLine line);

    /**
     * All lines of a campaign.
     *
     * @param campaign the campaign
     * @return the oldest first
     */
    List<BudgetLine> lines(CampaignId campaign);

    /**
     * Replaces a line, unless somebody else was faster.
     *
     * @param line the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(BudgetLine line);

    /**
     * Removes a line without entries, unless somebody changed it.
     *
     * @param line as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(BudgetLine line);

    /**
     * Appends an entry; it is never changed.
     *
     * @param entry the next one of its campaign
     */
    void append(BudgetEntry entry);

    /**
     * What was spent, less what came back, on each day in UTC on which anything did.
     *
     * @param campaign the campaign
     * @return by day and currency
     */
    List<DaySpending> spent(CampaignId campaign);

    /**
     * The entries of a campaign, the newest first.
     *
     * @param campaign the campaign
     * @param line only of this line, empty for all
     * @param onlyOverBudget only those that went over the budget
     * @param page which page
     * @return the entries
     */
    Page<BudgetEntry> entries(CampaignId campaign, Optional<BudgetLineId> line, boolean onlyOverBudget, PageRequest page);
}
