package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Files with the data of people, at most one of each, kept as pieces of text. The first two methods run inside a transaction of the caller;
 * each other is a step of its own.
 */
public interface DataExports {

    /**
     * An export in the hands of a worker.
     *
     * @param export as it is now, without any piece
     * @param attempt grows whenever it is taken up
     */
    record Taken(DataExport export, int attempt) {}

    // -- inside a transaction of the caller

    /**
     * Notes that an export is wanted. One of the same person that ended or stands still makes room; one under way stays.
     *
     * @param wanted a new one
     * @param stuckSince one that did not get on since then stands still
     * @return the wanted one, or the one that is under way
     */
    DataExport begin(DataExport wanted, Instant stuckSince);

    /**
     * Finds an export.
     *
     * @param id which
     * @param user whose; that of another is not found
     * @return the export, if there is one
     */
    Optional<DataExport> find(UUID id, UserId user);

    // -- steps of their own

    /**
     * Begins to write an export, from the start.
     *
     * @param id which
     * @param now the time
     * @return the export, or empty when it is not wanted any more
     */
    Optional<Taken> take(UUID id, Instant now);

    /**
     * Adds a piece.
     *
     * @param taken by whom
     * @param number 0, 1, 2 and so on
     * @param content the text
     * @param rows how many rows begin in it
     * @param now the time
     * @return false when another took it up, or it is not wanted any more, and then nothing was written
     */
    boolean append(Taken taken, int number, String content, long rows, Instant now);

    /**
     * Ends the writing: the file is whole.
     *
     * @param taken by whom
     * @param now the time
     * @param expiresAt when the file is removed
     * @return false when another took it up, or it is not wanted any more
     */
    boolean finish(Taken taken, Instant now, Instant expiresAt);

    /**
     * Gives up: what is not whole will not become so, and its pieces go.
     *
     * @param id which
     * @param reason why, for people
     */
    void giveUp(UUID id, String reason);

    /**
     * Reads a piece of a file that is whole.
     *
     * @param id which
     * @param number 0, 1, 2 and so on
     * @return the text; empty behind the last piece, or when the file was removed
     */
    Optional<String> findPiece(UUID id, int number);

    /**
     * Removes the files whose time is over.
     *
     * @param now the time
     * @return how many
     */
    int forget(Instant now);
}
