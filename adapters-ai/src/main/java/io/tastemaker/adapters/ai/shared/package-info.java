/** The way to models that run elsewhere: where they are, how patient we are with them, and when they are left alone. */
package io.tastemaker.adapters.ai.shared;
