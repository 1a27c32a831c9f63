package io.tastemaker.application.campaigns.out;

import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** What was said to campaigns and their deliverables, and goes with them. Runs inside a transaction of the caller. */
public interface Comments {

    /**
     * Adds a comment.
     *
     * @param comment version 1, to a campaign of the bound team and, when it names one, to a deliverable of that campaign
     */
    void add(Comment comment);

    /**
     * Finds a comment.
     *
     * @param campaign the campaign
     * @param id which of its comments
     * @return the comment, or empty
     */
    Optional<Comment> find(CampaignId campaign, CommentId id);

    /**
     * Replaces a comment, unless somebody else was faster.
     *
     * @param comment the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(Comment comment);

    /**
     * Removes a comment, unless somebody changed it.
     *
     * @param comment as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(Comment comment);

    /**
     * How many a campaign has.
     *
     * @param campaign the campaign
     * @return 0 or more
     */
    int count(CampaignId campaign);

    /**
     * A campaign's comments, the newest first.
     *
     * @param campaign the campaign
     * @param deliverable only to this deliverable, empty for all
     * @param page which page
     * @return the comments
     */
    Page<Comment> list(CampaignId campaign, Optional<DeliverableId> deliverable, PageRequest page);
}
