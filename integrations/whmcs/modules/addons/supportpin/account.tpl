{* Built by supportpin_clientarea, which escapes each value. *}
{$supportPinPage nofilter}
