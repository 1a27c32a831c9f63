package io.tastemaker.domain.access;

/** Nobody in particular: a caller without a credential, where none is needed. */
public enum Anonymous {
    /** The only one. */
    CALLER
}
