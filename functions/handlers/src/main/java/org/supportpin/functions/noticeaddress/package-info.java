/** The customer's second address, for notices. */
@NullMarked
package org.supportpin.functions.noticeaddress;

import org.jspecify.annotations.NullMarked;
