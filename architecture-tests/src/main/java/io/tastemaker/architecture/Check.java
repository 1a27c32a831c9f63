package io.tastemaker.architecture;

import java.util.stream.Stream;

/** What a rule looks for. */
interface Check {

    /** One sentence per fault, each naming the class at fault. */
    Stream<String> faults(House house);
}
