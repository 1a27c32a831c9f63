package io.tastemaker.adapters.ai.standin;

import java.io.IOException;
import java.io.OutputStream;

/** The stand-in as a process of its own: {@code [PORT]}, any free one without. It says when it is ready, and ends with its standard input. */
public final class StandInMain {

    private StandInMain() {}

    public static void main(String... args) throws IOException {
        try (StandInModels models = new StandInModels(args.length > 0 ? Integer.parseInt(args[0]) : 0)) {
            System.out.println("stand-in ready " + models.base());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
