package io.tastemaker.application.operations;

import java.io.Serial;

/** Thrown to a handler whose job was given to another worker, so that it stops and its transaction rolls back. */
public final class JobLost extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    JobLost(String job) {
        super("job " + job + " was taken over by another worker", null, false, false);
    }
}
