package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PostId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Posts and what was read out of them. A team sees its own and the catalogue's; where both know a post of one key, its own. Runs inside a
 * transaction of the caller.
 */
public interface Posts {

    /**
     * Finds a post.
     *
     * @param id the id
     * @return the post, or empty when there is none that the team may see
     */
    Optional<AnalysedPost> find(PostId id);

    /**
     * Reads several posts at once.
     *
     * @param ids any number; unknown ones are left out
     * @return the posts, in no particular order
     */
    List<AnalysedPost> all(Collection<PostId> ids);

    /**
     * Reads the posts of some creators that have one of these keys.
     *
     * @param creators any number
     * @param keys any number
     * @return those that the team may see, in no particular order; one for each creator and key
     */
    List<AnalysedPost> byKeys(Collection<CreatorId> creators, Collection<String> keys);

    /**
     * A creator's posts, the latest published first, those without a date last.
     *
     * @param creator the creator
     * @param page which page
     * @return the posts
     */
    Page<AnalysedPost> list(CreatorId creator, PageRequest page);

    /**
     * Reads the bound team's own posts of these keys in order to change them: until the transaction ends nobody else adds or changes a
     * post of this owner and creator.
     *
     * @param creator the creator
     * @param keys any number
     * @return those that exist, in no particular order
     */
    List<Post> lock(CreatorId creator, Collection<String> keys);

    /**
     * Adds posts whose keys were locked and not there.
     *
     * @param posts any number, of the bound team
     */
    void add(Collection<Post> posts);

    /**
     * Replaces posts that were locked. What was read out of them stays.
     *
     * @param posts as they are known now; their creators and keys are those they had
     */
    void replace(Collection<Post> posts);

    /**
     * Keeps what was read out of posts of the bound team, in place of what was read before. An analysis of a post that is gone is
     * dropped.
     *
     * @param analyses any number; of several of one post the last is kept
     */
    void keep(Collection<Analysis> analyses);

    /**
     * How many own posts the bound team has.
     *
     * @param creator only this creator's, empty for all
     * @return the number
     */
    long count(Optional<CreatorId> creator);

    /**
     * Goes through the bound team's own posts, by creator and id.
     *
     * @param creator only this creator's, empty for all
     * @param after the post behind which to go on, empty to begin
     * @param most how many, at least 1
     * @return the next posts; fewer than wanted at the end only
     */
    List<AnalysedPost> next(Optional<CreatorId> creator, Optional<Mark> after, int most);

    /**
     * A place among the posts of a team.
     *
     * @param creator the creator of a post
     * @param post its id
     */
    record Mark(CreatorId creator, PostId post) {}
}
