/** The frame that all integrations share. */
package io.tastemaker.adapters.integrations.shared;
