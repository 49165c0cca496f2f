# A failing import shows the frames of the importing files, but not the import machinery.
import _broken_helper
