package io.tastemaker.application.exports.out;

import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The exports of teams. Runs inside a transaction of the caller, and sees the bound team's; the last method works across teams. */
public interface Exports {

    /**
     * Adds an export.
     *
     * @param export preparing, of the bound team
     * @param chosen the creators that were chosen, in this order; none when nobody chose
     */
    void add(Export export, List<CreatorId> chosen);

    /**
     * Finds an export.
     *
     * @param id which
     * @return the export, or empty when the team has none of this id
     */
    Optional<Export> find(ExportId id);

    /**
     * Finds the export that some credits were set aside for.
     *
     * @param hold what they were set aside under
     * @return the export, or empty when there is none
     */
    Optional<Export> findByHold(String hold);

    /**
     * The creators that were chosen for an export.
     *
     * @param id which
     * @return their ids, in the order in which they were chosen; none when nobody chose
     */
    List<CreatorId> chosen(ExportId id);

    /**
     * The lists that the team has exports of.
     *
     * @return their ids, also of such as are deleted
     */
    Set<ListId> lists();

    /**
     * The team's exports, the newest first.
     *
     * @param readable of lists, only exports of these
     * @param page which page
     * @return the exports
     */
    Page<Export> list(Set<ListId> readable, PageRequest page);

    /**
     * An export in the hands of a worker.
     *
     * @param export what is wanted
     * @param left the file that an earlier worker may have left behind
     */
    record Taken(Export export, Optional<String> left) {}

    /**
     * Begins to write the file of an export that is being prepared, from the start. Whoever wrote before has lost it.
     *
     * @param id which
     * @param file the key of the file that will be written
     * @return what is wanted, or empty when it is settled or not wanted any more
     */
    Optional<Taken> take(ExportId id, String file);

    /**
     * Ends the writing.
     *
     * @param export as it is from now on
     * @param file the key under which it was taken
     * @return false when another took it, or it is settled or gone, and then nothing was changed
     */
    boolean settle(Export export, String file);

    /**
     * Gives an export up that is being prepared, whoever writes it.
     *
     * @param id which
     * @param reason why, for people
     * @return the export as it was, or empty when there was nothing to give up
     */
    Optional<Export> giveUp(ExportId id, String reason);

    /**
     * The key of the file.
     *
     * @param id which
     * @return the key, or empty when nobody began to write
     */
    Optional<String> findFile(ExportId id);

    /**
     * Removes an export, whatever its state.
     *
     * @param id which
     * @return whether there was one
     */
    boolean remove(ExportId id);

    /**
     * An export whose time is over.
     *
     * @param team whose
     * @param export which
     */
    record Expired(TeamId team, ExportId export) {}

    /**
     * Lists exports of all teams whose time is over, a step of its own.
     *
     * @param now the time
     * @param most how many
     * @return those that ended first
     */
    List<Expired> listExpired(Instant now, int most);
}
