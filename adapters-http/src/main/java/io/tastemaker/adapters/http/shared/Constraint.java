package io.tastemaker.adapters.http.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What records of JSON, query and path declare about their components, once: reading and documentation both take it from here. */
public final class Constraint {

    private Constraint() {}

    /** How many characters (Unicode code points) a string has. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Length {
        /** The least; 1 unless told, so that an empty string is a fault. */
        int min() default 1;

        /** The most. */
        int max();
    }

    /** Bounds of a number, both inclusive. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Between {
        /** The least, as a decimal number; empty for none. */
        String min() default "";

        /** The greatest, as a decimal number; empty for none. */
        String max() default "";

        /** The most decimal places. */
        int decimals() default 12;
    }

    /** A form that a string has. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Matches {
        /** The regular expression, matched against the whole string. */
        String value();

        /** What the fault says after "must be". */
        String says();
    }

    /** A closed list of words. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface OneOf {
        /** The words. */
        String[] value();
    }

    /** A word of one of the program's vocabularies. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Word {
        /** Which vocabulary. */
        Vocabulary value();
    }

    /** How many entries a list has. */
    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Entries {
        /** The fewest. */
        int min() default 0;

        /** The most. */
        int max();
    }

    /** What the component is, for the documentation. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface About {
        /** One sentence. */
        String value();
    }

    /** The value taken when the component is absent. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Default {
        /** As it would stand in a query string. */
        String value();
    }

    /** A component of a patch that may be left out and not be cleared. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Kept {}

    /** A component that is known and whose data this version does not have: naming it is answered {@code not_available_yet}. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface NotYet {}
}
